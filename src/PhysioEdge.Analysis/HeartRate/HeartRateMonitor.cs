using PhysioEdge.Analysis.Anomalies;

namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// The heart rate of one person while a device gives intervals or heart rates: the course second by second, what is flagged in it, and what a session is summed up by.
/// </summary>
/// <param name="zones">The person's zones; null when neither age nor highest rate is known.</param>
/// <param name="limitBpm">The heart rate that is not to be passed, bpm, above 0; null when none is prescribed.</param>
public sealed class HeartRateMonitor(HeartRateZones? zones = null, double? limitBpm = null)
{
    /// <summary>Two minutes after the last value nothing is left that a further second could tell, s.</summary>
    private const long LongestGap = 120;

    private readonly HeartRateCourse _course = new();
    private readonly HeartRateSpikeDetector _spikes = new();
    private readonly HeartRateLimitDetector? _limit = limitBpm is { } limit ? new HeartRateLimitDetector(limit) : null;
    private readonly HeartRateRecovery _recovery = new();
    private readonly VariabilityWindows _variability = new();
    private readonly long[] _zoneSeconds = new long[HeartRateZones.Count + 1];
    private long _second;
    private long _seconds;
    private double _sum;

    /// <summary>Gets the mean of the course, bpm; null when there is none.</summary>
    public double? MeanBpm => _seconds > 0 ? _sum / _seconds : null;

    /// <summary>Gets the lowest of the course, bpm; null when there is none.</summary>
    public double? LowestBpm { get; private set; }

    /// <summary>Gets the highest of the course, bpm; null when there is none.</summary>
    public double? HighestBpm { get; private set; }

    /// <summary>
    /// Gets the fall in the minute after effort, bpm: after the latest effort whose end was told, or else after the hardest that could be made
    /// out; null when there was none.
    /// </summary>
    public double? RecoveryBpm => _recovery.FallBpm;

    /// <summary>Gets the variability, the mean of all windows of five minutes in which it could be measured; null when there is none.</summary>
    public HeartRateVariability? Variability => _variability.Mean;

    /// <summary>Gets the seconds below the zones and in each of the five; null when the zones are not known.</summary>
    public IReadOnlyList<long>? ZoneSeconds => zones is null ? null : _zoneSeconds;

    /// <summary>Takes in the next beat, artefacts too.</summary>
    /// <param name="beat">The beat.</param>
    /// <param name="flags">Where flags go. They are raised at the stream time at which the beat was known.</param>
    public void Add(in Beat beat, ICollection<Flag> flags)
    {
        _variability.Add(beat);
        Add(beat.At, beat.RateBpm, beat.KnownAt, flags);
    }

    /// <summary>Takes in a heart rate that a device has worked out itself.</summary>
    /// <param name="at">When it was measured, not before the one before it.</param>
    /// <param name="bpm">The heart rate, bpm; NaN, 0 or one that no person has when the device does not know it.</param>
    /// <param name="flags">Where flags go.</param>
    public void Add(TimeSpan at, double bpm, ICollection<Flag> flags)
        => Add(at, 60_000 / bpm is >= BeatClassifier.ShortestMs and <= BeatClassifier.LongestMs ? bpm : double.NaN, at, flags);

    /// <summary>What comes next is another activity: a set, or rest. The heart is given two minutes to settle into it before a rise is called sudden.</summary>
    public void BeginActivity() => _spikes.BeginActivity();

    /// <summary>Effort begins: a set. A minute of rest that is not over yet does not count as recovery.</summary>
    public void BeginEffort()
    {
        BeginActivity();
        _recovery.BeginEffort();
    }

    /// <summary>Effort has ended: the recovery is measured from there.</summary>
    /// <param name="at">When, on the time of the beats; it may be before the last of them, by a minute at most, or after it.</param>
    public void EndEffort(TimeSpan at) => _recovery.EndEffort((long)Math.Round(at.TotalSeconds) + (HeartRateCourse.MedianSeconds / 2));

    private void Add(TimeSpan at, double bpm, TimeSpan knownAt, ICollection<Flag> flags)
    {
        for (_second = Math.Max(_second, (long)at.TotalSeconds - LongestGap); _second < at.TotalSeconds; _second++)
        {
            var course = _course.At(_second);
            Count(course);
            Tell(_spikes.Add(_second, course), knownAt, flags);
            Tell(_limit?.Add(_second, course), knownAt, flags);
        }

        _course.Add(at, bpm);
    }

    private static void Tell(Flag? flag, TimeSpan knownAt, ICollection<Flag> flags)
    {
        if (flag is not null)
            flags.Add(flag with { RaisedAt = knownAt });
    }

    private void Count(double bpm)
    {
        _recovery.Add(_second, bpm);
        if (double.IsNaN(bpm))
            return;
        _seconds++;
        _sum += bpm;
        LowestBpm = Math.Min(LowestBpm ?? bpm, bpm);
        HighestBpm = Math.Max(HighestBpm ?? bpm, bpm);
        if (zones is { } known)
            _zoneSeconds[known.Of(bpm)]++;
    }
}
