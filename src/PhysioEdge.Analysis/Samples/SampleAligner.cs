namespace PhysioEdge.Analysis.Samples;

/// <summary>
/// Puts the samples of several sources in the order of their time, so that both feet and the heart speak of the same moment whichever
/// link was slower. A sample passes as soon as no other source can still bring an earlier one; a source that is behind by more than the
/// patience, or silent, is not waited for.
/// </summary>
/// <typeparam name="T">The sample.</typeparam>
/// <remarks>Nothing is allocated per sample once the sources have been behind one another as far as they get.</remarks>
public sealed class SampleAligner<T>
{
    private readonly PriorityQueue<T, (TimeSpan At, long Order)> _waiting = new();
    private readonly TimeSpan?[] _newest;
    private readonly TimeSpan _patience;
    private TimeSpan _front = TimeSpan.MinValue;
    private TimeSpan _passed = TimeSpan.MinValue;
    private long _order;

    /// <param name="sources">How many sources there are, 1 or more.</param>
    /// <param name="patience">How far a source may be behind the one that is furthest, above 0.</param>
    public SampleAligner(int sources, TimeSpan patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sources, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(patience, TimeSpan.Zero);
        (_newest, _patience) = (new TimeSpan?[sources], patience);
    }

    /// <summary>Gets how many samples came when later ones had already passed; they are left out.</summary>
    public long Late { get; private set; }

    /// <summary>Takes in a sample.</summary>
    /// <param name="source">Its source, from 0.</param>
    /// <param name="at">When it was taken; within a source never before the one before.</param>
    /// <param name="sample">The sample.</param>
    public void Add(int source, TimeSpan at, in T sample)
    {
        _newest[source] = at;
        if (at < _passed)
        {
            Late++;
            return;
        }

        _front = at > _front ? at : _front;
        _waiting.Enqueue(sample, (at, _order++));
    }

    /// <summary>A source is gone, until it brings another sample.</summary>
    /// <param name="source">The source, from 0.</param>
    public void Silence(int source) => _newest[source] = null;

    /// <summary>Takes out the next sample in the order of time.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>False when none may pass yet.</returns>
    public bool TryTake(out T sample)
    {
        if (!_waiting.TryPeek(out sample!, out var key) || key.At > Safe())
        {
            sample = default!;
            return false;
        }

        _passed = key.At;
        _waiting.Dequeue();
        return true;
    }

    /// <summary>Takes out the next sample at the end, when nothing is waited for any longer.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>False when none is left.</returns>
    public bool TryTakeLast(out T sample) => _waiting.TryDequeue(out sample!, out _);

    private TimeSpan Safe()
    {
        var safe = _front;
        foreach (var newest in _newest)
        {
            if (newest is { } at && at < safe && _front - at <= _patience)
                safe = at;
        }

        return safe;
    }
}
