using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PhysioEdge.Appliance.Pages.Access;
using PhysioEdge.Appliance.Privacy;

namespace PhysioEdge.Appliance.Pages;

/// <summary>The privacy switch on the page.</summary>
internal static class PrivacyEndpoints
{
    private const string Actor = "page";
    private const int LongestBody = 64;

    public static void MapPrivacy(this WebApplication app)
        => app.MapPost("/api/privacy", SwitchAsync).WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    private static async Task<IResult> SwitchAsync(HttpContext context, PrivacySwitch privacy, PageAccess access)
    {
        if (OwnPage.IsElsewhere(context.Request))
            return Results.Text("The privacy switch is used on the box's own page only.", statusCode: StatusCodes.Status403Forbidden);
        if (!context.Request.HasJsonContentType())
            return Results.Text("""Send it as JSON: {"on":true}.""", statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (await ReadAsync(context) is not { } on)
            return Results.Text("""Say whether it is to be on: {"on":true}.""", statusCode: StatusCodes.Status400BadRequest);
        if (!on && access.RoleOf(context.Request) == PageRole.Patient)
            return Results.Text("Sign in as a therapist or technician to switch it off, or hold the box's button.", statusCode: StatusCodes.Status401Unauthorized);
        if (on)
            privacy.SwitchOn(Actor);
        else
            privacy.SwitchOff(Actor);
        return Results.Json(new Position(privacy.IsOn), PagesJson.Options);
    }

    private static async Task<bool?> ReadAsync(HttpContext context)
    {
        try
        {
            return (await JsonSerializer.DeserializeAsync<Position>(context.Request.Body, PagesJson.Options, context.RequestAborted))?.On;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Position(bool? On);
}
