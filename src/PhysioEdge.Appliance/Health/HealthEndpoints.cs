using PhysioEdge.Appliance.Pages;
using PhysioEdge.Contracts.Status;

namespace PhysioEdge.Appliance.Health;

/// <summary>What supervisors ask: is it alive, does it work, how much has it done. No patient is in any answer.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", Live);
        app.MapGet("/health/ready", Ready);
        app.MapPrometheusScrapingEndpoint("/metrics");
    }

    /// <summary>A process that is not should be restarted.</summary>
    private static IResult Live(PipelineProgress progress) => progress.FindStuck() is { } camera
        ? Results.Json(new { Live = false, Reason = $"The pictures of camera {camera} are not worked on any more." }, PagesJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable)
        : Results.Json(new { Live = true }, PagesJson.Options);

    /// <summary>A box that is not measures nothing, or cannot keep what it finds: somebody should look at it. A restart alone does not help.</summary>
    private static IResult Ready(BoxReport report)
    {
        var health = report.Health();
        var ready = health.State != HealthLevel.Failing;
        return Results.Json(
            new { Ready = ready, State = Words.Of(health.State), Problems = health.Problems.Select(problem => new { problem.Component, Level = Words.Of(problem.Level), problem.Text }) },
            PagesJson.Options,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
