namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// How far the heart rate falls in the minute after effort (HRR60): the largest fall within a minute that begins near the highest rate so far.
/// A healthy heart falls by more than 12 bpm. (Source: Cole et al., "Heart-rate recovery immediately after exercise as a predictor of mortality",
/// N Engl J Med 1999.)
/// </summary>
/// <remarks>Deviation: nobody tells when the effort ends, so it is taken to end where the fall begins. There is no effort, and no recovery from it, until the
/// rate has been 20 bpm above the lowest one before it, and no end of it until the rate is a quarter of the way back.</remarks>
internal sealed class HeartRateRecovery
{
    private const int Seconds = 60;
    private const double NearPeakBpm = 5;
    private const double EffortBpm = 20;
    private const double EndedShare = 0.25;

    private readonly double[] _course = new double[Seconds + 1];
    private double _lowest = double.PositiveInfinity;
    private double _peak = double.NaN;
    private long _last = long.MinValue;
    private double _fall;
    private bool _ended;

    /// <summary>Gets the fall, bpm; null while there was no effort that ended.</summary>
    public double? FallBpm => _ended && _fall > 0 ? _fall : null;

    /// <summary>Takes in the next second.</summary>
    /// <param name="second">The second, one after the one before it; after a gap any later one.</param>
    /// <param name="bpm">The heart rate, bpm; NaN when it is not known.</param>
    public void Add(long second, double bpm)
    {
        if (second != _last + 1)
            Array.Fill(_course, double.NaN);
        _last = second;
        _course[second % _course.Length] = bpm;
        if (double.IsNaN(bpm))
            return;
        _lowest = Math.Min(_lowest, bpm);
        if (!(bpm <= _peak) && bpm >= _lowest + EffortBpm)
            (_peak, _fall, _ended) = (bpm, bpm > _peak + NearPeakBpm ? 0 : _fall, false);
        var before = _course[(second + 1) % _course.Length];
        if (before >= _peak - NearPeakBpm)
            _fall = Math.Max(_fall, before - bpm);
        _ended |= bpm < _peak - (EndedShare * (_peak - _lowest));
    }
}
