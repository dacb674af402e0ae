using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PhysioEdge.Analysis.Pain;
using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Pages;

/// <summary>Takes in the pain score that a patient gives on the page.</summary>
internal static class PainEndpoints
{
    private const int LongestBody = 256;

    public static void MapPain(this WebApplication app)
        => app.MapPost("/api/pain", RateAsync).WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    private static async Task<IResult> RateAsync(HttpContext context, string? camera, IReadOnlyList<CameraView> cameras, PainScores scores)
    {
        if (OwnPage.IsElsewhere(context.Request))
            return Refuse(StatusCodes.Status403Forbidden, "A pain score is given on the box's own page only.");
        if (!context.Request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, """Send the score as JSON: {"score":4}.""");
        if (CameraChoice.Find(cameras, camera) is not { } view)
            return CameraChoice.Unknown(camera, cameras);
        if (await ReadAsync(context) is not { } score || score is < PainDetector.None or > PainDetector.Worst)
            return Refuse(StatusCodes.Status400BadRequest, """The score is a whole number from 0 (no pain) to 10 (worst imaginable): {"score":4}.""");
        return await scores.RateAsync(view, score, context.RequestAborted)
            ? Results.Json(new PainAnswer(score), PagesJson.Options)
            : Refuse(StatusCodes.Status429TooManyRequests, "That was quick: wait a second before you give another score.");
    }

    private static async Task<int?> ReadAsync(HttpContext context)
    {
        try
        {
            return (await JsonSerializer.DeserializeAsync<PainAnswer>(context.Request.Body, PagesJson.Options, context.RequestAborted))?.Score;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refuse(int status, string why) => Results.Text(why, statusCode: status);

    private sealed record PainAnswer(int? Score);
}
