using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Benchmarks.Bluetooth.Peers;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>A central at work on a peer, with a tally of each device.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _over = new();
    private readonly TimeProvider _time;
    private readonly BluetoothCentral _central;
    private readonly Dictionary<string, StreamTally> _tallies;
    private readonly Task _working;

    public Receiver(Peer peer, TimeProvider time)
    {
        _time = time;
        _tallies = peer.Devices.ToDictionary(d => d.Id, d => new StreamTally(d.Id, peer.Insole));
        _central = new BluetoothCentral(peer.Devices, new() { BusAddress = peer.Bus }, time, NullLogger<BluetoothCentral>.Instance);
        _working = Task.WhenAll(_central.RunAsync(_over.Token), CountAsync());
    }

    public long Overflowed => _central.Overflowed;

    /// <summary>Gets the time on the line on which notifications arrive.</summary>
    public TimeSpan Now => _time.GetElapsedTime(0);

    public IReadOnlyList<StreamCounts> Counts
    {
        get
        {
            lock (_gate)
                return [.. _tallies.Values.Select(t => t.Counts)];
        }
    }

    public StreamCounts CountsOf(string device)
    {
        lock (_gate)
            return _tallies[device].Counts;
    }

    /// <summary>Waits until every device has notified in a connection after that of an earlier count.</summary>
    /// <returns>When the last of them did.</returns>
    public async Task<TimeSpan> UntilStreamsAsync(IReadOnlyList<StreamCounts> earlier, CancellationToken cancellationToken)
    {
        await UntilAsync(() => earlier.All(e => CountsOf(e.Device).Epoch > e.Epoch), cancellationToken);
        return earlier.Max(e => CountsOf(e.Device).EpochBeganAt);
    }

    public async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        while (!condition())
        {
            if (_time.GetElapsedTime(start) > Patience)
                throw new TimeoutException($"not within {Patience.TotalSeconds:0} s: {string.Join("; ", _central.Links.Select(l => $"{l.Device} {l.State} {l.Reason}"))}");
            await Task.Delay(Glance, _time, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _working;
        await _central.DisposeAsync();
        _over.Dispose();
    }

    private async Task CountAsync()
    {
        await foreach (var notification in _central.Notifications.ReadAllAsync())
        {
            lock (_gate)
                _tallies[notification.Device].Take(notification);
        }
    }
}
