using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>What outlives the connections to a device: its state, its counters, its way into the queue.</summary>
internal sealed class DeviceLink
{
    private readonly Lock _lock = new();
    private readonly ChannelWriter<DeviceNotification> _queue;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<LinkStatus> _changed;
    private LinkState _state = LinkState.NoBluetooth;
    private string? _reason;
    private int? _batteryPercent;
    private TimeSpan _since;
    private long _lastArrival;
    private long _received;
    private long _overflowed;
    private int _epoch;

    public DeviceLink(
        BluetoothDevice device, ChannelWriter<DeviceNotification> queue, TimeProvider time, ILogger logger, Action<LinkStatus> changed)
    {
        (Device, _queue, _time, _logger, _changed) = (device, queue, time, logger, changed);
        _since = Now;
    }

    public BluetoothDevice Device { get; }

    public long Received => Interlocked.Read(ref _received);

    /// <summary>Gets how many notifications were lost here because nobody took them out of the queue.</summary>
    public long Overflowed => Interlocked.Read(ref _overflowed);

    public bool IsStreaming => Status.State == LinkState.Streaming;

    public LinkStatus Status
    {
        get
        {
            lock (_lock)
                return new(Device.Id, _state, _reason, _batteryPercent, Received, Math.Max(0, _epoch - 1), _since);
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(0);

    public void Enter(LinkState state, string? reason = null)
    {
        lock (_lock)
        {
            if (_state == state && _reason == reason)
                return;
            if (_state != state)
                _since = Now;
            (_state, _reason) = (state, reason);
        }

        var isOnTheWay = state is LinkState.Connecting or LinkState.Resolving or LinkState.Subscribing;
        _logger.LinkChanged(isOnTheWay ? LogLevel.Debug : LogLevel.Information, Device.Id, state, reason ?? "");
        _changed(Status);
    }

    public void Charge(int? percent)
    {
        lock (_lock)
        {
            if (percent is null || percent == _batteryPercent)
                return;
            _batteryPercent = percent;
        }

        _changed(Status);
    }

    /// <summary>Begins a subscription.</summary>
    public int BeginEpoch()
    {
        Interlocked.Exchange(ref _lastArrival, _time.GetTimestamp());
        lock (_lock)
            return ++_epoch;
    }

    public void Take(Guid characteristic, ReadOnlyMemory<byte> value, int epoch)
    {
        var timestamp = _time.GetTimestamp();
        Interlocked.Exchange(ref _lastArrival, timestamp);
        Interlocked.Increment(ref _received);
        if (_queue.TryWrite(new(Device.Id, characteristic, value, _time.GetElapsedTime(0, timestamp), epoch)))
            return;
        if (Interlocked.Increment(ref _overflowed) == 1)
            _logger.QueueFull(Device.Id);
    }

    /// <summary>Ends when nothing has come for as long as the device may be silent.</summary>
    public async Task WaitForSilenceAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var left = Device.SilenceTimeout - _time.GetElapsedTime(Interlocked.Read(ref _lastArrival));
            if (left <= TimeSpan.Zero)
                return;
            await Task.Delay(left, _time, cancellation);
        }
    }
}
