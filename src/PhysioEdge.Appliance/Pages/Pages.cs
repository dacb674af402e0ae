using System.Reflection;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Pages.Access;
using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Pages;

/// <summary>The page and what it reads. All of it comes from this program: the page needs no internet.</summary>
internal static class Pages
{
    private const string Folder = "wwwroot/";
    private const string FirstPage = "index.html";

    private static readonly Assembly Program = typeof(Pages).Assembly;

    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<BoxStatusReader>()
        .AddSingleton<PainScores>()
        .AddSingleton(provider => new PageAccess(provider.GetRequiredService<BoxConfiguration>().Page.Pins, provider.GetRequiredService<TimeProvider>()))
        .AddHostedService<BoxBroadcast>();

    public static void MapPages(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-store";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        app.MapGet("/", () => File(Folder + FirstPage));
        foreach (var name in Program.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
            app.MapGet("/" + name[Folder.Length..], () => File(name));
        app.MapGet("/api/status", (BoxStatusReader status) => Results.Json(status.Read(), PagesJson.Options)).For(PageRole.Technician);
        app.MapSignIn();
        app.MapLive();
        app.MapPain();
        app.MapPrivacy();
    }

    private static IResult File(string name) => Results.Stream(Program.GetManifestResourceStream(name)!, TypeOf(name));

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };
}
