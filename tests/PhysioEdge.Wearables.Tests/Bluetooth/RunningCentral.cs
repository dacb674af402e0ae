using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

/// <summary>A central at work, and all that it said.</summary>
internal sealed class RunningCentral : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<DeviceNotification> _received = [];
    private readonly List<LinkStatus> _history = [];
    private readonly CancellationTokenSource _over = new();
    private readonly BluetoothCentral _central;
    private readonly Task _working;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RunningCentral(string address, params BluetoothDevice[] devices)
    {
        _central = new(devices, new() { BusAddress = address }, TimeProvider.System, NullLogger<BluetoothCentral>.Instance, Gate);
        _central.LinkChanged += status => Note(() => _history.Add(status));
        _working = Task.WhenAll(_central.RunAsync(_over.Token), DrainAsync());
    }

    public static BluetoothDevice Left { get; } =
        new() { Id = "left", Address = BluetoothPeer.LeftInsole.ToLowerInvariant(), Characteristics = [BluetoothPeer.InsoleData] };

    public static BluetoothDevice Right { get; } =
        new() { Id = "right", Name = BluetoothPeer.RightInsoleName, Characteristics = [BluetoothPeer.InsoleData] };

    public static BluetoothDevice Watch { get; } =
        new() { Id = "watch", Name = BluetoothPeer.WatchName, Characteristics = [GattUuid.HeartRateMeasurement] };

    public CaptureGate Gate { get; } = new();

    public long Overflowed => _central.Overflowed;

    public IReadOnlyList<DeviceNotification> ReceivedFrom(BluetoothDevice device) => Read(() => (DeviceNotification[])[.. _received.Where(n => n.Device == device.Id)]);

    public IReadOnlyList<LinkStatus> HistoryOf(BluetoothDevice device) => Read(() => (LinkStatus[])[.. _history.Where(s => s.Device == device.Id)]);

    public LinkStatus StatusOf(BluetoothDevice device) => _central.Links.Single(s => s.Device == device.Id);

    public Task UntilStreamsAsync(BluetoothDevice device, int epochAfter = 0, int count = 3) =>
        UntilAsync(() => ReceivedFrom(device).Count(n => n.Epoch > epochAfter) >= count);

    public Task UntilStateAsync(BluetoothDevice device, LinkState state) => UntilAsync(() => StatusOf(device).State == state);

    public int EpochOf(BluetoothDevice device) => ReceivedFrom(device)[^1].Epoch;

    /// <summary>Waits, looking anew whenever something has come or changed.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            var changed = Read(() => _changed.Task);
            if (condition())
                return;
            if (await Task.WhenAny(changed, _working, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, patience.Token)) != changed)
                Assert.Fail(string.Join(Environment.NewLine, Read(() => _history.ToArray())));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _working;
        await _central.DisposeAsync();
        _over.Dispose();
    }

    private async Task DrainAsync()
    {
        await foreach (var notification in _central.Notifications.ReadAllAsync())
            Note(() => _received.Add(notification));
    }

    private void Note(Action note)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            note();
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    private T Read<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }
}
