using PhysioEdge.Analysis.Anomalies;

namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// The heart rate of one person while a device gives intervals or heart rates: the course second by second, what is flagged in it, and what a session is summed up by.
/// </summary>
/// <param name="zones">The person's zones; null when neither age nor highest rate is known.</param>
public sealed class HeartRateMonitor(HeartRateZones? zones = null)
{
    /// <summary>Two minutes after the last value nothing is left that a further second could tell, s.</summary>
    private const long LongestGap = 120;

    private readonly HeartRateCourse _course = new();
    private readonly HeartRateSpikeDetector _spikes = new();
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

    /// <summary>Gets the fall in the minute after effort, bpm; null when there was none.</summary>
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

    /// <summary>What comes next is another activity.</summary>
    public void BeginActivity() => _spikes.BeginActivity();

    private void Add(TimeSpan at, double bpm, TimeSpan knownAt, ICollection<Flag> flags)
    {
        for (_second = Math.Max(_second, (long)at.TotalSeconds - LongestGap); _second < at.TotalSeconds; _second++)
        {
            if (Take(_course.At(_second)) is { } flag)
                flags.Add(flag with { RaisedAt = knownAt });
        }

        _course.Add(at, bpm);
    }

    private Flag? Take(double bpm)
    {
        _recovery.Add(_second, bpm);
        if (!double.IsNaN(bpm))
            Count(bpm);
        return _spikes.Add(_second, bpm);
    }

    private void Count(double bpm)
    {
        _seconds++;
        _sum += bpm;
        LowestBpm = Math.Min(LowestBpm ?? bpm, bpm);
        HighestBpm = Math.Max(HighestBpm ?? bpm, bpm);
        if (zones is { } known)
            _zoneSeconds[known.Of(bpm)]++;
    }
}
