using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>Takes in what the wearables of one bus notify, for as long as the service runs.</summary>
internal sealed class WearablesWorker(
    BluetoothCentral central, IReadOnlyDictionary<string, Wearer> wearers, EventRecorder recorder, CaptureGate gate, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Wearer[] _distinct = [.. wearers.Values.Distinct()];

    /// <summary>Gets how many notifications were lost in the box.</summary>
    public long Overflowed => central.Overflowed;

    /// <summary>How the devices are doing. May be called from any thread.</summary>
    public IReadOnlyList<DeviceState> Read()
    {
        var links = central.Links;
        lock (_gate)
            return [.. _distinct.SelectMany(w => w.Read(links))];
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Array.ForEach(_distinct, w => w.Finish());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await using var closing = central;
        await Task.WhenAll(central.RunAsync(stoppingToken), ListenAsync(stoppingToken), WatchAsync(stoppingToken));
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await foreach (var notification in central.Notifications.ReadAllAsync(stoppingToken))
        {
            if (!gate.IsOpen)
                continue;
            IReadOnlyList<FlaggedEvent> events;
            lock (_gate)
                events = wearers[notification.Device].Process(notification);
            await RecordAsync(events, stoppingToken);
        }
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Second, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var wearer in _distinct)
            {
                IReadOnlyList<FlaggedEvent> events;
                lock (_gate)
                    events = wearer.Advance(time.GetElapsedTime(0), central.Links);
                await RecordAsync(events, stoppingToken);
            }
        }
    }

    private async ValueTask RecordAsync(IReadOnlyList<FlaggedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var flagged in events)
            await recorder.RecordAsync(flagged, landmarks: null, cancellationToken);
    }
}
