using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Pages.Access;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Pages;

/// <summary>What a screen listens to, and the picture for screens in the room.</summary>
internal static class LiveEndpoints
{
    /// <summary>So long a screen waits before it tries to reach the box again.</summary>
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan PictureTimeout = TimeSpan.FromSeconds(5);

    public static void MapLive(this WebApplication app)
    {
        app.MapGet("/api/live", Listen);
        app.MapGet("/api/video", ShowPictureAsync);
    }

    private static IResult Listen(HttpContext context, string? camera, IReadOnlyList<CameraView> cameras, BoxConfiguration box, PageAccess access, IHostApplicationLifetime lifetime)
    {
        if (CameraChoice.Find(cameras, camera) is not { } view)
            return CameraChoice.Unknown(camera, cameras);
        var hello = new
        {
            Camera = view.Id,
            Cameras = cameras.Select(c => c.Id),
            Video = MayShowVideo(context, box.Page),
            Wearables = WornOf(view, box),
            Trace = view.Live.Trace.Read().Select(p => new[] { p.AtSeconds, double.IsNaN(p.Value) ? (double?)null : Math.Round(p.Value, 1) }),
        };
        return TypedResults.ServerSentEvents(NewsAsync(JsonSerializer.SerializeToUtf8Bytes(hello, PagesJson.Options), view, news => RoleFor(news) is PageRole.Patient || access.RoleOf(context.Request).HasFlag(RoleFor(news)), lifetime.ApplicationStopping));
    }

    private static async IAsyncEnumerable<SseItem<byte[]>> NewsAsync(byte[] hello, CameraView view, Func<LiveNews, bool> mayKnow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<byte[]>(hello, "hello") { ReconnectionInterval = Reconnect };
        await foreach (var item in view.Live.Feed.ListenAsync(mayKnow, cancellationToken))
            yield return item;
    }

    private static async Task<IResult> ShowPictureAsync(
        HttpContext context, string? camera, IReadOnlyList<CameraView> cameras, BoxConfiguration box, TimeProvider time)
    {
        if (!MayShowVideo(context, box.Page))
        {
            return Results.Text(
                $"The picture is shown on screens in the room only. If this is one, add {Address(context)} to page.video_screens in {BoxConfigurationReader.FileName}.",
                statusCode: StatusCodes.Status403Forbidden);
        }

        if (CameraChoice.Find(cameras, camera) is not { } view)
            return CameraChoice.Unknown(camera, cameras);
        using var patience = new CancellationTokenSource(PictureTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, patience.Token);
        try
        {
            return Results.Bytes(await view.Video.NextAsync(either.Token), "image/bmp");
        }
        catch (OperationCanceledException)
        {
            return Results.NoContent();
        }
    }

    private static PageRole RoleFor(LiveNews news) => news switch
    {
        LiveNews.Flags => PageRole.Therapist,
        LiveNews.Box => PageRole.Technician,
        _ => PageRole.Patient,
    };

    private static object? WornOf(CameraView view, BoxConfiguration box)
    {
        var plan = box.Cameras.First(c => c.Camera.Name == view.Id).CarePlan;
        return WornNotes.Of(plan, [.. box.Devices.Where(d => d.CarePlan.Patient == plan.Patient)]);
    }

    private static bool MayShowVideo(HttpContext context, PageOptions page)
        => Address(context) is { } address && page.VideoScreens.Any(screen => IPAddress.Parse(screen).Equals(address));

    private static IPAddress? Address(HttpContext context)
        => context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
}
