namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// Rebuilds the times of beats from their intervals and tells normal ones from artefacts: an interval that differs by more than a
/// fifth from the median of the eleven around it is a premature beat, the pause after one, a beat that the device missed or
/// a mistake of it. A beat is told five beats late, when its neighbours on both sides are known.
/// (Source: the 20 % filter of Malik et al., "Heart rate variability in relation to prognosis after myocardial infarction: selection
/// of optimal processing techniques", Eur Heart J 1989; deviation: against the median around the beat instead of the beat before, so
/// that the beat after a pause is not mistaken.)
/// </summary>
/// <remarks>
/// Intervals that no heart gives (below <see cref="ShortestMs"/>, above <see cref="LongestMs"/>) are artefacts and do not
/// count for the median. The clock of the beats goes on by any interval above 0 and up to ten seconds, longer than any pause that is survived
/// unnoticed; others say nothing about time.
/// </remarks>
public sealed class BeatClassifier
{
    /// <summary>The shortest interval of a heart, ms: 250 bpm.</summary>
    public const double ShortestMs = 240;

    /// <summary>The longest interval of a heart, ms: 20 bpm.</summary>
    public const double LongestMs = 3000;

    private const double LargestDeviation = 0.2;
    private const double LongestStepMs = 10_000;
    private const int Reach = 5;
    private const int Window = (2 * Reach) + 1;

    private readonly double[] _intervals = new double[Window];
    private readonly TimeSpan[] _times = new TimeSpan[Window];
    private long _given;
    private long _told;

    /// <summary>Gets the time of the last beat that was given.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Takes in an interval.</summary>
    /// <param name="intervalMs">The interval, ms; anything, as devices give anything.</param>
    /// <returns>The beat that is now known, five before this one; null while there is none.</returns>
    public Beat? Add(double intervalMs)
    {
        if (intervalMs is > 0 and <= LongestStepMs)
            Now += TimeSpan.FromMilliseconds(intervalMs);
        (_intervals[_given % Window], _times[_given % Window]) = (intervalMs, Now);
        _given++;
        return _given > _told + Reach ? Tell() : null;
    }

    /// <summary>Tells the next of the beats that were held back, when no more are to come.</summary>
    /// <returns>The beat; null when all are told.</returns>
    public Beat? Finish() => _told < _given ? Tell() : null;

    private static bool IsPlausible(double intervalMs) => intervalMs is >= ShortestMs and <= LongestMs;

    private Beat Tell()
    {
        var beat = _told++;
        var interval = _intervals[beat % Window];
        var normal = IsPlausible(interval) && Math.Abs((interval / MedianAround(beat)) - 1) <= LargestDeviation;
        return new Beat(_times[beat % Window], interval, !normal, Now);
    }

    private double MedianAround(long beat)
    {
        Span<double> around = stackalloc double[Window];
        var count = 0;
        for (var i = Math.Max(0, beat - Reach); i < Math.Min(_given, beat + Reach + 1); i++)
        {
            if (IsPlausible(_intervals[i % Window]))
                around[count++] = _intervals[i % Window];
        }

        around = around[..count];
        around.Sort();
        return (around[(count - 1) / 2] + around[count / 2]) / 2;
    }
}
