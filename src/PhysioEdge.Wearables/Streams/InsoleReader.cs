using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.Codecs.Uart;
using PhysioEdge.Wearables.InsoleProfiles;
using Cell = PhysioEdge.Analysis.Gait.Insoles.InsoleCell;

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
    private InsoleConnection _connection;
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
        (_profile, _codec) = (profile, new InsoleCodec(profile));
        _geometry = new InsoleGeometry(cells.Select(c => new Cell(profile.IsPressureInNewtons ? 1 : c.AreaSquareCentimetres, c.X, c.Y)));
        _uart = profile.IsUart ? new UartReassembler(profile.Packet) : null;
        _pressures = new double[_geometry.CellCount];
        _connection = new InsoleConnection(profile);
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
        while (_connection.Order.TryTakeLast(out var packet))
            Release(packet);
        _connection = new InsoleConnection(_profile);
        _uart?.Reset();
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (Packets.Count(_codec.Decode(bytes)).Value is not { } packet)
            return;
        var taken = _connection.TimeOf(packet, _arrivedAt);
        var repeated = _connection.Order.Dropped;
        _connection.Order.Add(_connection.IndexOf(taken), new TimedPacket(taken, packet.Samples));
        Repeated += _connection.Order.Dropped - repeated;
        while (_connection.Order.TryTake(out var next))
            Release(next);
    }

    private void Release(in TimedPacket packet)
    {
        Lost += _connection.Missing(packet) * _profile.Samples.Count;
        for (var i = 0; i < packet.Samples.Count; i++)
        {
            var sample = packet.Samples[i];
            var at = _connection.Clock.TimeOf((packet.DeviceTime + TimeSpan.FromSeconds(i / _profile.RateHz)).Ticks);
            sample.Pressure.Span.CopyTo(_pressures);
            _frames.Add(new InsoleFrame(at, _geometry.Of(_pressures), sample));
        }
    }

    private readonly record struct TimedPacket(TimeSpan DeviceTime, IReadOnlyList<InsoleSample> Samples);

    /// <summary>What holds as long as one subscription does.</summary>
    private sealed class InsoleConnection(InsoleProfile profile)
    {
        private readonly InsoleClock _counter = new(profile);
        private long? _released;

        public ReorderBuffer<TimedPacket> Order { get; } = new(Patience);

        public SampleClock Clock { get; } = new(TimeSpan.TicksPerSecond);

        /// <summary>When the oldest sample was taken, on the insole's own clock.</summary>
        public TimeSpan TimeOf(InsolePacket packet, TimeSpan arrivedAt)
        {
            var oldest = _counter.OldestSampleAt(packet);
            Clock.Arrived((oldest + TimeSpan.FromSeconds((packet.Samples.Count - 1) / profile.RateHz)).Ticks, arrivedAt);
            return oldest;
        }

        public long IndexOf(TimeSpan deviceTime) => (long)Math.Round(deviceTime.TotalSeconds * profile.RateHz / profile.Samples.Count);

        public long Missing(in TimedPacket packet)
        {
            var index = IndexOf(packet.DeviceTime);
            var missing = _released is { } last ? index - last - 1 : 0;
            _released = index;
            return missing;
        }
    }
}
