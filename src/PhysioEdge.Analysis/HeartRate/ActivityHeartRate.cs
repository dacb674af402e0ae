using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// The heart rate of one person minute by minute, with the activity known: flags a minute that is suddenly higher than this
/// person's course in this activity leads one to expect.
/// </summary>
/// <remarks>
/// Expected is the minute before plus half of the trend of the last minutes, when that goes up: the heart's answer to work is
/// an exponential that has less than half of its way left after each minute (time constant 30–60 s; Bunc et al., J Sports Sci 1988). The first two minutes of an activity are
/// the way into it and are not judged, unless the person has done it before: then the second minute is held against the median of those times.
/// The limit is four standard deviations (1.4826 times the median deviation) of how far this person's minutes were from what was expected,
/// each at least 4 bpm, so that the rounding of a watch does not count, and at most 5 bpm, so that a restless quarter of an hour does not hide what comes after it.
/// </remarks>
public sealed class ActivityHeartRate
{
    private const double LowestBpm = 30;
    private const double HighestBpm = 230;
    private const double TrendShare = 0.5;
    private const double Deviations = 4;
    private const double LeastSpreadBpm = HeartRateSpikeDetector.LeastSpreadBpm;
    private const double LargestSpreadBpm = 5;
    private const double NormalPerMedianDeviation = 1.4826;
    private const int FewestMinutes = 5;
    private const int MemoryMinutes = 60;
    private const int TrendMinutes = 3;

    private readonly Dictionary<string, RollingDistribution> _usual = [];
    private readonly RollingDistribution _deviations = new(MemoryMinutes);
    private readonly double[] _latest = new double[TrendMinutes];
    private string? _activity;
    private double _usualAtStart;
    private int _minutes;

    /// <summary>Takes in the next minute.</summary>
    /// <param name="at">When it began.</param>
    /// <param name="activity">What the person does in it.</param>
    /// <param name="bpm">The heart rate, bpm; NaN or one that no person has when the watch does not know it.</param>
    /// <returns>A flag when the minute is suddenly high; else null.</returns>
    public Flag? Add(TimeSpan at, string activity, double bpm)
    {
        if (activity != _activity)
            Begin(activity);
        if (bpm is not (>= LowestBpm and <= HighestBpm))
            return null;

        var flag = Judge(at, bpm);
        _latest[_minutes++ % TrendMinutes] = bpm;
        _usual[activity].Add(bpm);
        return flag;
    }

    private void Begin(string activity)
    {
        (_activity, _minutes) = (activity, 0);
        if (!_usual.TryGetValue(activity, out var before))
            _usual[activity] = before = new RollingDistribution(MemoryMinutes);
        _usualAtStart = before.Count >= FewestMinutes ? before.Median : double.NaN;
    }

    private Flag? Judge(TimeSpan at, double bpm)
    {
        var expected = _minutes switch
        {
            0 => double.NaN,
            1 => Math.Max(_latest[0], _usualAtStart),
            _ => _latest[(_minutes - 1) % TrendMinutes] + (TrendShare * Math.Max(0, Trend())),
        };
        if (double.IsNaN(expected))
            return null;

        var spread = _deviations.Count < FewestMinutes ? LeastSpreadBpm : Math.Clamp(NormalPerMedianDeviation * _deviations.Median, LeastSpreadBpm, LargestSpreadBpm);
        var (deviation, limit) = (bpm - expected, Deviations * spread);
        if (deviation > limit)
            return Tell(at, bpm, expected, limit);
        _deviations.Add(Math.Abs(deviation));
        return null;
    }

    /// <summary>The change per minute, bpm: of one minute, or half of that of two.</summary>
    private double Trend()
    {
        var last = _latest[(_minutes - 1) % TrendMinutes];
        var first = _latest[Math.Max(0, _minutes - TrendMinutes) % TrendMinutes];
        return (last - first) / (Math.Min(_minutes, TrendMinutes) - 1);
    }

    private Flag Tell(TimeSpan at, double bpm, double expected, double limit)
    {
        var explanation = string.Create(
            CultureInfo.InvariantCulture,
            $"Heart rate jumped to {bpm:F0} bpm{(_activity is { Length: > 0 } name ? $" during {name.ToLowerInvariant()}" : "")} (expected {expected:F0} bpm, usual within {limit:F0} bpm).");
        return new Problem(null, $"heart-rate/{_activity}").Open("heart-rate.spike", "hr-activity/1", at, at, HeartRateFlags.Of(bpm, expected, limit, explanation));
    }
}
