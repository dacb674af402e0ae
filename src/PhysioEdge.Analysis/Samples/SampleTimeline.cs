namespace PhysioEdge.Analysis.Samples;

/// <summary>
/// The time of one device's samples from its counter and from when its packets came, over any number of connections: within one it goes by the counter
/// (<see cref="TickCounter"/>, <see cref="SampleClock"/>); what happened to the counter between two is found out from the first packet of the next.
/// </summary>
/// <remarks>
/// A device that was out of range may have counted on, however often its counter wrapped, or have begun anew at any count. Where the
/// count fits the time that has passed, it has counted on, and the samples lie on the same line as before. Where it does not, its ticks go on from where they
/// ought to be by now, so that they never go back, and their time is found anew; of its crystal what was known stays known.
/// A device that begins anew at the very count that fits, one in some hundred of those with 16 bits at 100 Hz, is less than a second off.
/// </remarks>
public sealed class SampleTimeline
{
    private readonly TickCounter _counter;
    private readonly SampleClock _clock;
    private long _newest = -1;
    private bool _isNewEpoch;

    /// <param name="nominalRateHz">The ticks per second that the device claims, above 0.</param>
    /// <param name="counterBits">How many bits it counts with, 8 to 62.</param>
    public SampleTimeline(double nominalRateHz, int counterBits = 16)
        => (_counter, _clock) = (new TickCounter(counterBits), new SampleClock(nominalRateHz));

    /// <summary>Gets how often the device began to count anew.</summary>
    public int Restarts => _clock.Restarts;

    /// <summary>Gets how much faster the device's clock runs than the box's, parts per million; 0 until it is known.</summary>
    public double DriftPartsPerMillion => _clock.DriftPartsPerMillion;

    /// <summary>A new connection: what comes next need not follow what came before.</summary>
    public void BeginEpoch() => _isNewEpoch = _newest >= 0;

    /// <summary>Takes in the newest sample of a packet.</summary>
    /// <param name="count">The device's count of it, 0 or more.</param>
    /// <param name="arrivedAt">When the packet came, on the box's monotonic clock; never before the packet before.</param>
    /// <returns>The sample's tick: 0 for the first packet's; below the one before only for one that came late.</returns>
    public long Arrived(long count, TimeSpan arrivedAt)
    {
        var tick = _isNewEpoch ? Resume(count, arrivedAt) : _counter.Unwrap(count);
        _isNewEpoch = false;
        _newest = Math.Max(_newest, tick);
        _clock.Arrived(tick, arrivedAt);
        return tick;
    }

    /// <summary>When a sample was taken.</summary>
    /// <param name="tick">Its tick; a later tick is never earlier than the one before.</param>
    /// <returns>The time on the box's clock.</returns>
    public TimeSpan TimeOf(long tick) => _clock.TimeOf(tick);

    private long Resume(long count, TimeSpan arrivedAt)
    {
        var expected = Math.Max(_newest + 1, _clock.TickAt(arrivedAt));
        _counter.Expect(expected);
        var tick = _counter.Unwrap(count);
        if (tick > _newest && _clock.Fits(tick, arrivedAt))
            return tick;
        _clock.BeginEpoch();
        _counter.Restart(expected);
        return _counter.Unwrap(count);
    }
}
