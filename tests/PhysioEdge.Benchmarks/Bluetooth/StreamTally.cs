using PhysioEdge.Benchmarks.Bluetooth.Peers;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.InsoleProfiles;
using PhysioEdge.Wearables.Streams;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>Counts what came of one device, and what its own counter says is missing.</summary>
internal sealed class StreamTally(string device, InsoleProfile insole)
{
    private readonly InsoleCodec _codec = new(insole);
    private readonly InsoleReader? _samples = device == Peer.Watch ? null : new InsoleReader(insole, Walks.Size);
    private readonly HeartReader _beats = new();
    private readonly List<InsoleFrame> _frames = [];
    private readonly List<HeartFrame> _heart = [];
    private long _received;
    private long _jumps;
    private long _samplesRead;
    private int _epoch;
    private TimeSpan _epochBeganAt;
    private uint? _next;

    public StreamCounts Counts => new(
        device, _received, _samples?.Packets.Decoded ?? _beats.Packets.Decoded, _samplesRead, (_samples?.Lost ?? 0) + (_samples?.Repeated ?? 0) + _jumps, _epoch, _epochBeganAt);

    public void Take(in DeviceNotification notification)
    {
        _received++;
        if (_epoch != notification.Epoch)
            (_epoch, _epochBeganAt, _next) = (notification.Epoch, notification.ArrivedAt, null);
        if (_samples is null)
            _beats.Add(notification.Value.Span, notification.ArrivedAt, notification.Epoch, _heart);
        else
            TakeSamples(_samples, notification);
        _heart.Clear();
        _frames.Clear();
    }

    private void TakeSamples(InsoleReader samples, in DeviceNotification notification)
    {
        samples.Add(notification.Value.Span, notification.ArrivedAt, notification.Epoch, _frames);
        _samplesRead += _frames.Count;
        if (_codec.Decode(notification.Value.Span).Value is not { } packet)
            return;
        if (_next is { } next && next != packet.Counter)
            _jumps++;
        _next = packet.Counter + (insole.Counter.Unit == CounterUnit.Samples ? (uint)insole.Samples.Count : 1);
    }
}

/// <summary>What came of one device so far.</summary>
/// <param name="Device">The device.</param>
/// <param name="Received">Its notifications.</param>
/// <param name="Decoded">Those that were decoded.</param>
/// <param name="Samples">The samples in them.</param>
/// <param name="Faults">Samples missing, packets that came twice, jumps of the counter, each within a connection.</param>
/// <param name="Epoch">The number of the newest connection that notified.</param>
/// <param name="EpochBeganAt">When that connection's first notification came.</param>
internal readonly record struct StreamCounts(
    string Device, long Received, long Decoded, long Samples, long Faults, int Epoch, TimeSpan EpochBeganAt);
