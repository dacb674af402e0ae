using System.Text.Json;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Pages;

/// <summary>Tells all screens once a second how the box is, and what has been flagged when that changes.</summary>
internal sealed class BoxBroadcast(
    BoxStatusReader status, EventRecorder recorder, IReadOnlyList<CameraView> cameras, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private (string Id, int Rev)? _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        Publish(LiveNews.Flags, FlagNotes.Of([]));
        do
        {
            TellFlags();
            Publish(LiveNews.Box, status.Read());
            Publish(LiveNews.Room, status.ReadRoom());
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void TellFlags()
    {
        var recent = recorder.Recent;
        if (recent.Count == 0 || _told == (recent[0].Id, recent[0].Data.Rev))
            return;
        _told = (recent[0].Id, recent[0].Data.Rev);
        Publish(LiveNews.Flags, FlagNotes.Of(recent));
    }

    private void Publish(LiveNews kind, object news)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes(news, PagesJson.Options);
        foreach (var camera in cameras)
            camera.Live.Feed.Publish(kind, message);
    }
}
