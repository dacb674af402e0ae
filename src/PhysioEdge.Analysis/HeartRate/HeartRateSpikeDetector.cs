using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// Flags a heart rate that rises faster than this person's does: the rise over half a minute is held against the spread of such rises
/// in the last half hour. No rate is too high in itself, and a steady climb is not sudden.
/// </summary>
/// <remarks>
/// Half a minute is the fast part of the heart's answer to work (time constant about 30 s; Bunc, Heller and Leso, "Kinetics of heart
/// rate responses to exercise", J Sports Sci 1988). The limit of 3.5 standard deviations lets half-minutes that are normally distributed pass but for one in four thousand: one in 36 hours.
/// The spread comes from the 90th percentile, so that the intervals of a training widen it; while a rise is flagged, nothing is learnt.
/// As the least spread is 4 bpm, a rise of 14 bpm or less within half a minute is never flagged; of a rate that keeps still every one above
/// that is, a lone one of 15 bpm too. Of one that wanders the rise, its wandering with it, must be above 2.1 times the 90th percentile of its changes
/// within half a minute: above 17 bpm where these are 8.
/// Nothing is flagged before two and a half minutes are known.
/// </remarks>
internal sealed class HeartRateSpikeDetector
{
    /// <summary>The least spread, bpm: what the heart rate of steady work wanders by in half a minute.</summary>
    internal const double LeastSpreadBpm = 4;

    private const int RiseSeconds = 30;
    private const int MemorySeconds = 1800;
    private const int WarmUpSeconds = 120;
    private const int LongestAlarmSeconds = 120;
    private const double Deviations = 3.5;
    private const double SpreadQuantile = 0.9;
    private const double QuantileOfNormal = 1.645;
    private const double OnsetShare = 0.25;

    private readonly double[] _course = new double[RiseSeconds + 1];
    private readonly RollingDistribution _rises = new(MemorySeconds);
    private readonly Problem _problem = new(null, "heart-rate/rise");
    private long _now = long.MinValue;
    private long _settledAt;
    private long _raisedAt;
    private double _usual;
    private double _peak;

    /// <summary>What comes next is another activity: the heart is given two minutes to settle into it.</summary>
    public void BeginActivity() => _settledAt = _now + WarmUpSeconds;

    /// <summary>Takes in the next second.</summary>
    /// <param name="second">The second, one after the one before it; after a gap any later one.</param>
    /// <param name="bpm">The heart rate, bpm; NaN when it is not known.</param>
    /// <returns>A flag when a sudden rise is noticed or over; else null.</returns>
    public Flag? Add(long second, double bpm)
    {
        if (second != _now + 1)
            Array.Fill(_course, double.NaN);
        _now = second;
        _course[second % _course.Length] = bpm;
        var before = _course[(second + 1) % _course.Length];
        if (_problem.IsOpen)
            return Follow(bpm);
        var rise = bpm - before;
        if (double.IsNaN(rise) || second < _settledAt)
            return null;

        var limit = Deviations * Math.Max(LeastSpreadBpm, _rises.Quantile(SpreadQuantile) / QuantileOfNormal);
        if (_rises.Count >= WarmUpSeconds && rise > limit)
            return Raise(bpm, before, limit);
        _rises.Add(Math.Abs(rise));
        return null;
    }

    private Flag Raise(double bpm, double before, double limit)
    {
        (_raisedAt, _usual, _peak) = (_now, before, bpm);
        var onset = OnsetOf(before + (OnsetShare * (bpm - before)));
        var explanation = string.Create(
            CultureInfo.InvariantCulture,
            $"Heart rate rose from {before:F0} to {bpm:F0} bpm within half a minute (usual: by {limit:F0} bpm at most).");
        return _problem.Open("heart-rate.rise", "hr-rise/1", onset, TimeSpan.FromSeconds(_now), HeartRateFlags.Of(bpm, before, limit, explanation));
    }

    /// <summary>The rise is over when half of it is gone, or when it has lasted so long that it is the new level.</summary>
    private Flag? Follow(double bpm)
    {
        _peak = bpm > _peak ? bpm : _peak;
        var gone = bpm < (_usual + _peak) / 2;
        if (!gone && _now < _raisedAt + LongestAlarmSeconds)
            return null;
        _settledAt = _now + RiseSeconds;
        var explanation = string.Create(CultureInfo.InvariantCulture, $"Heart rate rose from {_usual:F0} to {_peak:F0} bpm{(gone ? " and came down again" : " and stayed there")}.");
        return _problem.End(TimeSpan.FromSeconds(_now), HeartRateFlags.Of(_peak, _usual, _peak - _usual, explanation));
    }

    /// <summary>When the rate left that level upwards; the median that made the course is late by half its length.</summary>
    private TimeSpan OnsetOf(double level)
    {
        var second = _now;
        while (second > _now - RiseSeconds && _course[second % _course.Length] is var bpm && (bpm > level || double.IsNaN(bpm)))
            second--;
        return TimeSpan.FromSeconds(Math.Max(0, second - (HeartRateCourse.MedianSeconds / 2)));
    }
}
