using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.Codecs.Uart;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Wearables.Streams;

/// <summary>
/// Makes of one insole's notifications samples with the time they happened: decoded by the make's profile, put in order, their time
/// from the insole's own counter and put on the box's clock. For one thread.
/// </summary>
public sealed class InsoleReader
{
    /// <summary>For so many packets a missing one is waited for.</summary>
    private const int Patience = 2;

    private readonly InsoleProfile _profile;
    private readonly InsoleCodec _codec;
    private readonly InsoleGeometry _geometry;
    private readonly UartReassembler? _uart;
    private readonly double[] _pressures;
    private readonly InsoleClock _clock;
    private ReorderBuffer<TimedPacket> _order = new(Patience);
    private long? _released;
    private TimeSpan _arrivedAt;
    private ICollection<InsoleFrame> _frames = [];
    private int? _epoch;

    /// <param name="profile">The make.</param>
    /// <param name="size">The size, one of the make's.</param>
    /// <exception cref="ArgumentException">The make has no such size.</exception>
    public InsoleReader(InsoleProfile profile, string size)
    {
        if (!profile.Sizes.TryGetValue(size, out var cells))
            throw new ArgumentException($"{profile.Name} has no size {size}.", nameof(size));
        (_profile, _codec, _clock) = (profile, new InsoleCodec(profile), new InsoleClock(profile));
        _geometry = new InsoleGeometry(cells.Select(c => profile.IsPressureInNewtons ? c with { AreaSquareCentimetres = 1 } : c));
        _uart = profile.IsUart ? new UartReassembler(profile.Packet) : null;
        _pressures = new double[_geometry.CellCount];
    }

    /// <summary>Gets what was decoded and refused.</summary>
    public DecodeCounters Packets { get; } = new();

    /// <summary>Gets how many samples never came while the link stood.</summary>
    public long Lost { get; private set; }

    /// <summary>Gets how many packets came twice or too late.</summary>
    public long Repeated { get; private set; }

    /// <summary>Takes in a notification.</summary>
    /// <param name="value">Its bytes.</param>
    /// <param name="arrivedAt">When it arrived, on the box's monotonic clock; never before the one before.</param>
    /// <param name="epoch">The number of the subscription: a new one may count anew.</param>
    /// <param name="frames">Where samples go, in the order of their time.</param>
    public void Add(ReadOnlySpan<byte> value, TimeSpan arrivedAt, int epoch, ICollection<InsoleFrame> frames)
    {
        (_arrivedAt, _frames) = (arrivedAt, frames);
        if (_epoch is { } before && before != epoch)
            EndConnection();
        _epoch = epoch;
        if (_uart is null)
            Take(value);
        else
            _uart.Add(value, Take);
    }

    private void EndConnection()
    {
        while (_order.TryTakeLast(out var packet))
            Release(packet);
        (_order, _released) = (new ReorderBuffer<TimedPacket>(Patience), null);
        _clock.BeginEpoch();
        _uart?.Reset();
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (Packets.Count(_codec.Decode(bytes)).Value is not { } packet)
            return;
        var tick = _clock.Arrived(packet, _arrivedAt);
        var repeated = _order.Dropped;
        _order.Add(_clock.NumberOf(tick), new TimedPacket(tick, packet.Samples));
        Repeated += _order.Dropped - repeated;
        while (_order.TryTake(out var next))
            Release(next);
    }

    private void Release(in TimedPacket packet)
    {
        var number = _clock.NumberOf(packet.Tick);
        Lost += _released is { } last ? (number - last - 1) * _profile.Samples.Count : 0;
        _released = number;
        var oldest = _clock.OldestSampleAt(packet.Tick);
        for (var i = 0; i < packet.Samples.Count; i++)
        {
            packet.Samples[i].Pressure.Span.CopyTo(_pressures);
            _frames.Add(new InsoleFrame(oldest + TimeSpan.FromSeconds(i / _profile.RateHz), _geometry.Of(_pressures), packet.Samples[i]));
        }
    }

    private readonly record struct TimedPacket(long Tick, IReadOnlyList<InsoleSample> Samples);
}
