namespace PhysioEdge.Analysis.Samples;

/// <summary>
/// Puts samples in order that came out of it, and drops those that came twice or too late. While nothing is missing, a sample passes at once;
/// where one is missing, those behind it wait until it comes or until it is given up.
/// </summary>
/// <typeparam name="T">The sample.</typeparam>
public sealed class ReorderBuffer<T>
    where T : struct
{
    private readonly (long Tick, T Value)[] _waiting;
    private readonly int _patience;
    private int _count;
    private long? _taken;
    private long _newest = long.MinValue;

    /// <param name="patience">For how many newer ticks a missing one is waited for, 0 or more.</param>
    public ReorderBuffer(int patience)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        _patience = patience;
        _waiting = new (long, T)[patience + 2];
    }

    /// <summary>Gets how many samples came too late or twice.</summary>
    public long Dropped { get; private set; }

    /// <summary>Takes in a sample; what is ready has been taken out before.</summary>
    /// <param name="tick">Its tick.</param>
    /// <param name="value">The sample.</param>
    /// <exception cref="InvalidOperationException">Too much is left in that is ready.</exception>
    public void Add(long tick, in T value)
    {
        var place = _count;
        while (place > 0 && _waiting[place - 1].Tick > tick)
            place--;
        if (tick <= _taken || (place > 0 && _waiting[place - 1].Tick == tick))
        {
            Dropped++;
            return;
        }

        if (_count == _waiting.Length)
            throw new InvalidOperationException("Take out what is ready before the next sample.");
        Array.Copy(_waiting, place, _waiting, place + 1, _count - place);
        _waiting[place] = (tick, value);
        _count++;
        _newest = Math.Max(_newest, tick);
    }

    /// <summary>Takes out the next sample in order.</summary>
    /// <param name="value">The sample.</param>
    /// <returns>False when none is ready.</returns>
    public bool TryTake(out T value)
    {
        var ready = _count > 0 && (_taken is not { } taken || _waiting[0].Tick == taken + 1 || _newest - taken > _patience);
        return Take(ready, out value);
    }

    /// <summary>Takes out the next sample at the end of a recording, when nothing is waited for any longer.</summary>
    /// <param name="value">The sample.</param>
    /// <returns>False when none is left.</returns>
    public bool TryTakeLast(out T value) => Take(_count > 0, out value);

    private bool Take(bool ready, out T value)
    {
        value = default;
        if (!ready)
            return false;
        (_taken, value) = _waiting[0];
        _count--;
        Array.Copy(_waiting, 1, _waiting, 0, _count);
        return true;
    }
}
