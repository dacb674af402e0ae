using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Secrets;

namespace PhysioEdge.Appliance.Pages.Access;

/// <summary>Signing in and out, and who one is.</summary>
internal static class SignInEndpoints
{
    private const int LongestBody = 128;
    private const int LongestPin = 64;

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/api/me", (HttpRequest request, bool? touch, PageAccess access) => Results.Json(Me(access.RoleOf(request, touch == true), access), PagesJson.Options));
        app.MapPost("/api/sign-in", SignInAsync).WithMetadata(new RequestSizeLimitAttribute(LongestBody));
        app.MapPost("/api/sign-out", SignOut);
    }

    /// <summary>Keeps everybody else from an endpoint.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder endpoint, PageRole role) => endpoint.AddEndpointFilter(async (context, next) =>
        context.HttpContext.RequestServices.GetRequiredService<PageAccess>().RoleOf(context.HttpContext.Request).HasFlag(role)
            ? await next(context)
            : Results.Text($"Sign in as a {role.ToString().ToLowerInvariant()} first.", statusCode: StatusCodes.Status401Unauthorized));

    private static async Task<IResult> SignInAsync(HttpContext context, PageAccess access, AuditLog audit, ILogger<PageAccess> logger)
    {
        if (OwnPage.IsElsewhere(context.Request))
            return Refuse(StatusCodes.Status403Forbidden, "One signs in on the box's own page only.");
        if (!context.Request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, """Send the PIN as JSON: {"pin":"…"}.""");
        if (access.MustWait())
            return Refuse(StatusCodes.Status429TooManyRequests, $"There were too many wrong PINs. Wait {PageAccess.Window.TotalMinutes:0} minutes.");
        if (await ReadAsync(context) is not { Length: > 0 and <= LongestPin } pin)
            return Refuse(StatusCodes.Status400BadRequest, """Give a PIN: {"pin":"…"}.""");
        try
        {
            if (access.TrySignIn(pin) is not var (token, role))
            {
                Note(audit, logger, PageRole.Patient, "refused: wrong PIN");
                return Refuse(StatusCodes.Status401Unauthorized, "That is not a PIN of this box.");
            }

            Note(audit, logger, role, AuditEntry.Done);
            context.Response.Cookies.Append(PageAccess.Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true });
            return Results.Json(Me(role, access), PagesJson.Options);
        }
        catch (SecretException exception)
        {
            return Refuse(StatusCodes.Status500InternalServerError, exception.Message);
        }
    }

    private static IResult SignOut(HttpContext context, PageAccess access)
    {
        if (OwnPage.IsElsewhere(context.Request))
            return Refuse(StatusCodes.Status403Forbidden, "One signs out on the box's own page only.");
        access.SignOut(context.Request);
        context.Response.Cookies.Delete(PageAccess.Cookie);
        return Results.NoContent();
    }

    private static object Me(PageRole role, PageAccess access) => new { Guarded = access.IsGuarded, Therapist = role.HasFlag(PageRole.Therapist), Technician = role.HasFlag(PageRole.Technician) };

    private static async Task<string?> ReadAsync(HttpContext context)
    {
        try
        {
            return (await JsonSerializer.DeserializeAsync<Attempt>(context.Request.Body, PagesJson.Options, context.RequestAborted))?.Pin;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Note(AuditLog audit, ILogger logger, PageRole role, string outcome)
    {
        try
        {
            audit.Append(new AuditEntry("page", "page.sign-in", role == PageRole.Patient ? "-" : role.ToString().ToLowerInvariant(), outcome));
        }
        catch (StoreException exception)
        {
            Hosting.HostLog.NotAudited(logger, exception.Message);
        }
    }

    private static IResult Refuse(int status, string why) => Results.Text(why, statusCode: status);

    private sealed record Attempt(string? Pin);
}
