using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// Flags a heart rate that stays above the prescribed limit: when it has been above it for ten seconds, again for each further ten bpm, and once
/// more when it has been well below it for ten seconds.
/// </summary>
/// <remarks>
/// The course is a median of ten seconds; with ten more, what a cough, a stumble or a device does in passing is over. Well below is
/// <see cref="HeartRateSpikeDetector.LeastSpreadBpm"/>, by which the rate of steady work wanders: one that wanders about the limit is one problem.
/// While the rate is not known nothing is counted and nothing ends.
/// </remarks>
/// <param name="limitBpm">The limit, bpm, above 0.</param>
internal sealed class HeartRateLimitDetector(double limitBpm)
{
    private const int SustainedSeconds = 10;
    private const double GraverBpm = 10;

    private readonly Problem _problem = new(null, "heart-rate/limit");
    private long _now = long.MinValue;
    private long _since;
    private int _seconds;
    private double _peak;
    private double _told;

    /// <summary>Takes in the next second.</summary>
    /// <param name="second">The second, one after the one before it; after a gap any later one.</param>
    /// <param name="bpm">The heart rate, bpm; NaN when it is not known.</param>
    /// <returns>A flag when the limit is found passed, or further than before, or kept again; else null.</returns>
    public Flag? Add(long second, double bpm)
    {
        if (second != _now + 1)
            _seconds = 0;
        _now = second;
        if (double.IsNaN(bpm))
            return null;
        return _problem.IsOpen ? Follow(bpm) : Watch(bpm);
    }

    private Flag? Watch(double bpm)
    {
        if (!IsHeld(bpm > limitBpm))
            return null;
        (_peak, _told) = (bpm, bpm);
        var onset = TimeSpan.FromSeconds(Math.Max(0, _since - (HeartRateCourse.MedianSeconds / 2)));
        return _problem.Open("heart-rate.limit", "hr-limit/1", onset, At, Verdict(bpm, "is"));
    }

    private Flag? Follow(double bpm)
    {
        _peak = Math.Max(_peak, bpm);
        if (IsHeld(bpm < limitBpm - HeartRateSpikeDetector.LeastSpreadBpm))
            return _problem.End(At, Verdict(_peak, "was up to"));
        if (_peak < _told + GraverBpm)
            return null;
        _told = _peak;
        return _problem.Revise(At, Verdict(_peak, "is now"));
    }

    /// <summary>Whether something has been so for ten seconds.</summary>
    private bool IsHeld(bool isSo)
    {
        if (isSo && _seconds == 0)
            _since = _now;
        _seconds = isSo ? _seconds + 1 : 0;
        if (_seconds < SustainedSeconds)
            return false;
        _seconds = 0;
        return true;
    }

    private TimeSpan At => TimeSpan.FromSeconds(_now);

    private Verdict Verdict(double bpm, string verb) => new(
        FlagSeverity.Moderate,
        Side.Both,
        new FlagMeasure("heart-rate", Math.Round(bpm), "/min", null, limitBpm, 1),
        [],
        string.Create(CultureInfo.InvariantCulture, $"Heart rate {verb} {bpm:F0} bpm (limit {limitBpm:F0} bpm)."));
}
