using System.Text.Json;
using System.Text.Json.Serialization;

namespace PhysioEdge.Appliance.Pages;

/// <summary>The status page and what it reads.</summary>
internal static class Pages
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static IServiceCollection AddPages(this IServiceCollection services) => services.AddSingleton<BoxStatusReader>();

    public static void MapPages(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        app.MapGet("/", () => File("index.html", "text/html; charset=utf-8"));
        app.MapGet("/status.css", () => File("status.css", "text/css"));
        app.MapGet("/status.js", () => File("status.js", "text/javascript"));
        app.MapGet("/api/status", (BoxStatusReader status) => Results.Json(status.Read(), Json));

    }

    private static IResult File(string name, string type)
        => Results.Stream(typeof(Pages).Assembly.GetManifestResourceStream($"wwwroot/{name}")!, type);
}
