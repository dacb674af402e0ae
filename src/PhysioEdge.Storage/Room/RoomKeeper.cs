using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Storage.Room;

/// <summary>Keeps room on the disk: takes the ballast again, and forgets events that the cloud has long had.</summary>
internal sealed partial class RoomKeeper(EdgeStore store, Ballast ballast, TimeProvider time, ILogger<RoomKeeper> logger) : BackgroundService
{
    /// <summary>So long events are kept that have had their receipt.</summary>
    public static readonly TimeSpan KeepEvents = TimeSpan.FromDays(400);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            ballast.TryTake();
            Forget();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Forget()
    {
        try
        {
            store.Forget(KeepEvents);
        }
        catch (StoreException exception)
        {
            LogNotForgotten(exception.Message);
        }
    }

    [LoggerMessage(EventId = 2301, Level = LogLevel.Warning, Message = "Old events could not be removed, and are tried again: {Reason}")]
    private partial void LogNotForgotten(string reason);
}
