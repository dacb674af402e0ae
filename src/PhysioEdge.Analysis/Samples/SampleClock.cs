namespace PhysioEdge.Analysis.Samples;

/// <summary>
/// Tells when a device's sample was taken, on the box's clock, from the device's own counter and from when its packets arrived.
/// Radio and operating system delay a packet, seldom by the same time and often in bursts, but never bring it early: the samples lie on the line
/// that runs below all arrivals and touches the quickest. Its slope is the device's clock rate as the box sees it.
/// (Source: Moon, Skelly and Towsley, "Estimation and removal of clock skew from network delay measurements", INFOCOM 1999: the edge of the
/// lower convex hull above the middle of the arrivals. It deviates in that the line is sought in a window that moves along, for crystals drift with temperature.)
/// </summary>
/// <remarks>
/// What all packets are delayed by alike, some milliseconds over BLE, cannot be seen and stays in. Where packets are ready and connection events
/// come with a period in common (10 ms where they are 20 and 30 ms), all packets wait alike, by anything up to that period, until the crystals have drifted
/// by it: for so long, 100 s and more, times are late by that much at most. As the window holds ten minutes, the line is right after some of these.
/// Times never go back: while the line comes down to a quicker packet, time passes more slowly. Nothing is allocated per sample.
/// </remarks>
public sealed class SampleClock
{
    /// <summary>Crystals keep 20 to 100 ppm; twice that is no clock.</summary>
    private const double GreatestDrift = 200e-6;
    private const double BucketSeconds = 5;
    private const int Buckets = 120;

    /// <summary>Below 20 s the spread of the delays says more about the slope than the clock does.</summary>
    private const int BucketsForDrift = 4;
    private const int LatestBuckets = 2;

    /// <summary>Below five minutes the slope may be that of a wait which packets have in common; only the latest 20 s say where the line is.</summary>
    private const int BucketsForTrust = 60;
    private const double RestartSeconds = 1;
    private const double SlowestShare = 0.5;

    /// <summary>A packet is never early, but the line may be late by as much as the quickest packets so far were.</summary>
    private const double LargestEarlySeconds = 0.05;

    private readonly double _nominal;
    private readonly Arrival[] _quickest = new Arrival[Buckets];
    private readonly Arrival[] _hull = new Arrival[Buckets];
    private int _count;
    private long _bucket;
    private double _slope;
    private double _offset;
    private long _lastTick;
    private double _last = double.NegativeInfinity;

    /// <param name="nominalRateHz">The ticks per second that the device claims, above 0.</param>
    public SampleClock(double nominalRateHz)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nominalRateHz);
        _nominal = _slope = 1 / nominalRateHz;
    }

    /// <summary>Gets how much faster the device's clock runs than the box's, parts per million; 0 until it is known.</summary>
    public double DriftPartsPerMillion => ((_nominal / _slope) - 1) * 1e6;

    /// <summary>Gets how often the device began to count anew.</summary>
    public int Restarts { get; private set; }

    /// <summary>Takes in the newest sample of a packet.</summary>
    /// <param name="tick">The sample's tick, unwrapped (<see cref="TickCounter"/>).</param>
    /// <param name="arrivedAt">When the packet arrived, on the box's monotonic clock; never before the packet before.</param>
    public void Arrived(long tick, TimeSpan arrivedAt)
    {
        var arrival = new Arrival(tick, arrivedAt.TotalSeconds);
        if (_count == 0 || IsRestart(arrival))
            Begin(arrival);
        else
            Keep(arrival);
    }

    /// <summary>When a sample was taken.</summary>
    /// <param name="tick">Its tick; a later tick is never earlier than the one before.</param>
    /// <returns>The time on the box's clock.</returns>
    public TimeSpan TimeOf(long tick)
    {
        var time = _offset + (tick * _slope);
        if (tick > _lastTick || double.IsNegativeInfinity(_last))
        {
            time = Math.Max(time, _last + ((tick - _lastTick) * _slope * SlowestShare));
            (_lastTick, _last) = (tick, time);
        }

        return TimeSpan.FromSeconds(time);
    }

    /// <summary>The tick of a sample that is taken at that time, by what is known so far.</summary>
    internal long TickAt(TimeSpan at) => (long)Math.Round((at.TotalSeconds - _offset) / _slope);

    /// <summary>
    /// Whether a packet may follow those before a silence: it lies on their line, give or take a delay of a second and what the clocks may have
    /// drifted apart.
    /// </summary>
    internal bool Fits(long tick, TimeSpan arrivedAt)
    {
        var drift = GreatestDrift * (arrivedAt.TotalSeconds - _quickest[_count - 1].At);
        var delay = arrivedAt.TotalSeconds - _offset - (tick * _slope);
        return delay > -LargestEarlySeconds - drift && delay < RestartSeconds + drift;
    }

    /// <summary>The device has begun to count anew: the next packet is on a line of its own, with the slope that is known.</summary>
    internal void BeginEpoch()
    {
        Restarts += _count > 0 ? 1 : 0;
        _count = 0;
    }

    private bool IsRestart(in Arrival arrival)
    {
        var early = _offset + (arrival.Tick * _slope) - arrival.At;
        return early > RestartSeconds || _lastTick - arrival.Tick > RestartSeconds / _slope;
    }

    private void Begin(in Arrival arrival)
    {
        if (_count > 0)
            Restarts++;
        (_quickest[0], _count, _bucket) = (arrival, 1, BucketOf(arrival.At));
        _offset = arrival.At - (arrival.Tick * _slope);
        _lastTick = arrival.Tick - 1;
    }

    private void Keep(in Arrival arrival)
    {
        var bucket = BucketOf(arrival.At);
        if (bucket == _bucket)
        {
            if (DelayOf(arrival) < DelayOf(_quickest[_count - 1]))
                _quickest[_count - 1] = arrival;
        }
        else
        {
            Fit();
            Append(arrival);
            _bucket = bucket;
        }

        _offset = Math.Min(_offset, arrival.At - (arrival.Tick * _slope));
    }

    private double DelayOf(in Arrival arrival) => arrival.At - (arrival.Tick * _slope) - _offset;

    private static long BucketOf(double seconds) => (long)Math.Floor(seconds / BucketSeconds);

    private void Append(in Arrival arrival)
    {
        if (_count == Buckets)
        {
            Array.Copy(_quickest, 1, _quickest, 0, Buckets - 1);
            _count--;
        }

        _quickest[_count++] = arrival;
    }

    private void Fit()
    {
        if (HasStoodStill())
        {
            Array.Copy(_quickest, _count - LatestBuckets, _quickest, 0, LatestBuckets);
            _count = LatestBuckets;
            Restarts++;
        }

        if (_count >= BucketsForDrift)
            _slope = Math.Clamp(SlopeBelow(), _nominal * (1 - GreatestDrift), _nominal * (1 + GreatestDrift));
        _offset = double.PositiveInfinity;
        for (var i = _count < BucketsForTrust ? Math.Max(0, _count - BucketsForDrift) : 0; i < _count; i++)
            _offset = Math.Min(_offset, _quickest[i].At - (_quickest[i].Tick * _slope));
    }

    /// <summary>No queue keeps every packet back for so long: the counter stood still.</summary>
    private bool HasStoodStill()
    {
        if (_count <= LatestBuckets)
            return false;
        var least = double.PositiveInfinity;
        for (var i = _count - LatestBuckets; i < _count; i++)
            least = Math.Min(least, DelayOf(_quickest[i]));
        return least > RestartSeconds;
    }

    private double SlopeBelow()
    {
        var (size, middle) = (0, 0.0);
        for (var i = 0; i < _count; i++)
        {
            middle += (double)_quickest[i].Tick / _count;
            while (size >= 2 && Cross(_hull[size - 2], _hull[size - 1], _quickest[i]) <= 0)
                size--;
            _hull[size++] = _quickest[i];
        }

        var right = 1;
        while (right < size - 1 && _hull[right].Tick < middle)
            right++;
        return (_hull[right].At - _hull[right - 1].At) / (_hull[right].Tick - _hull[right - 1].Tick);
    }

    private static double Cross(in Arrival a, in Arrival b, in Arrival c)
        => ((b.Tick - a.Tick) * (c.At - a.At)) - ((b.At - a.At) * (c.Tick - a.Tick));

    private readonly record struct Arrival(long Tick, double At);
}
