namespace PhysioEdge.Simulation.Links;

/// <summary>A packet as the box gets it.</summary>
/// <param name="Count">The device's count of the newest sample: 16 bits, from 0 again after them and after a restart.</param>
/// <param name="TakenAt">When that sample was truly taken, s.</param>
/// <param name="ArrivedAt">When the packet came, s.</param>
public readonly record struct RadioPacket(long Count, double TakenAt, double ArrivedAt);

/// <summary>
/// A device that samples by a crystal of its own and sends over Bluetooth Low Energy: packets wait for the next connection event, are sent again
/// when an event fails, pile up while something disturbs the link and come in a burst afterwards; some are lost, some come twice, some change places.
/// </summary>
public sealed class RadioLink
{
    /// <summary>What every packet takes at least, s.</summary>
    public const double LeastDelaySeconds = 0.002;

    private const int CounterRange = 1 << 16;
    private const double MeanHandlingSeconds = 0.001;
    private const double FailedEventShare = 0.1;
    private const double DisturbancesPerSecond = 0.05;
    private const double LongestDisturbanceSeconds = 0.5;
    private const double DoubledShare = 0.005;
    private const double SwappedShare = 0.005;

    private readonly Random _random;
    private readonly double _phase;
    private double _freeAt;
    private double _lastArrival;
    private long _countedFrom;

    /// <param name="seed">The same seed, the same link.</param>
    public RadioLink(int seed)
    {
        _random = new Random(seed);
        _phase = _random.NextDouble();
    }

    /// <summary>Gets the samples per second that the device claims.</summary>
    public double RateHz { get; init; } = 100;

    /// <summary>Gets how much faster its crystal runs, parts per million.</summary>
    public double DriftPartsPerMillion { get; init; }

    /// <summary>Gets when it took its first sample, s.</summary>
    public double StartsAt { get; init; }

    /// <summary>Gets the time from one connection event to the next, s.</summary>
    public double ConnectionIntervalSeconds { get; init; } = 0.03;

    /// <summary>Gets the samples of a packet.</summary>
    public int SamplesPerPacket { get; init; } = 2;

    /// <summary>Gets the share of packets that the box never sees.</summary>
    public double LostShare { get; init; } = 0.02;

    /// <summary>The device begins to count anew with its next sample.</summary>
    /// <param name="at">When, s.</param>
    /// <param name="firstCount">Its first count.</param>
    public void Restart(double at, long firstCount = 0) => _countedFrom = NextSample(at) - firstCount;

    /// <summary>The packets of a connection, in the order in which they come.</summary>
    /// <param name="from">When the link is there, s.</param>
    /// <param name="to">When it goes, s.</param>
    public IReadOnlyList<RadioPacket> Packets(double from, double to)
    {
        var packets = new List<RadioPacket>();
        (_freeAt, _lastArrival) = (from, from);
        for (var newest = NextSample(from) + SamplesPerPacket - 1; TakenAt(newest) < to; newest += SamplesPerPacket)
            Send(newest, packets);
        return packets;
    }

    private double TakenAt(long sample) => StartsAt + (sample / (RateHz * (1 + (1e-6 * DriftPartsPerMillion))));

    private long NextSample(double at) => (long)Math.Ceiling((at - StartsAt) * RateHz * (1 + (1e-6 * DriftPartsPerMillion)));

    private void Send(long newest, List<RadioPacket> packets)
    {
        var arrival = ArrivalOf(TakenAt(newest));
        if (_random.NextDouble() < LostShare)
            return;
        var packet = new RadioPacket((newest - _countedFrom) & (CounterRange - 1), TakenAt(newest), arrival);
        packets.Add(packet);
        if (_random.NextDouble() < DoubledShare)
            packets.Add(packet);
        if (packets.Count > 1 && _random.NextDouble() < SwappedShare)
            (packets[^1], packets[^2]) = (packets[^2] with { ArrivedAt = arrival }, packets[^1]);
    }

    private double ArrivalOf(double taken)
    {
        if (_random.NextDouble() < DisturbancesPerSecond * SamplesPerPacket / RateHz)
            _freeAt = Math.Max(_freeAt, taken + (LongestDisturbanceSeconds * _random.NextDouble()));
        var sent = EventAfter(Math.Max(taken, _freeAt));
        while (_random.NextDouble() < FailedEventShare)
            sent += ConnectionIntervalSeconds;
        _freeAt = sent;
        var handling = -MeanHandlingSeconds * Math.Log(1 - _random.NextDouble());
        return _lastArrival = Math.Max(_lastArrival, sent + LeastDelaySeconds + handling);
    }

    private double EventAfter(double at)
        => (Math.Ceiling((at / ConnectionIntervalSeconds) - _phase) + _phase) * ConnectionIntervalSeconds;
}
