namespace PhysioEdge.Analysis.Samples;

/// <summary>
/// Unwraps a device's sample counter, so that it counts on where the device begins again at 0. What lies less than half the counter's
/// range ahead of the newest count is a later sample, anything else an earlier one that came late.
/// </summary>
/// <remarks>A counter of more bits than told is unwrapped as well, as long as no loss is longer than half the range: 32 768 samples of 16 bits.</remarks>
public sealed class TickCounter
{
    private readonly long _range;
    private bool _hasBegun;
    private long _newestRaw;
    private long _newest;

    /// <param name="bits">How many bits the device counts with, 8 to 62.</param>
    public TickCounter(int bits = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 8);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 62);
        _range = 1L << bits;
    }

    /// <summary>Takes in a count.</summary>
    /// <param name="raw">The device's count, 0 or more.</param>
    /// <returns>The tick: 0 for the first count; below that for one that was taken before it and came late.</returns>
    public long Unwrap(long raw)
    {
        if (!_hasBegun)
        {
            (_hasBegun, _newestRaw) = (true, raw);
            return _newest;
        }

        var ahead = (raw - _newestRaw) & (_range - 1);
        if (ahead >= _range / 2)
            return _newest + ahead - _range;
        (_newest, _newestRaw) = (_newest + ahead, raw);
        return _newest;
    }

    /// <summary>After a silence of any length: the next count is of the tick nearest to that one.</summary>
    /// <param name="tick">The tick that the next count would have if the device had counted on.</param>
    public void Expect(long tick)
    {
        var ahead = tick - _newest;
        (_newest, _newestRaw) = (tick, (_newestRaw + ahead) & (_range - 1));
    }

    /// <summary>Begins anew.</summary>
    /// <param name="tick">The tick of the next count, whatever that is.</param>
    public void Restart(long tick = 0) => (_hasBegun, _newest) = (false, tick);
}
