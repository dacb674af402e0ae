namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// How far the heart rate falls in the minute after effort (HRR60): the rate at the end of the effort less the rate one minute later.
/// After hard effort a healthy heart falls by more than 12 bpm. (Source: Cole et al., "Heart-rate recovery immediately after exercise as a
/// predictor of mortality", N Engl J Med 1999. Where the end is told, the same is measured.)
/// </summary>
/// <remarks>
/// Deviation: where nobody tells when the effort ends, it is taken to end where the fall begins: of all minutes that begin near the highest rate
/// the one with the largest fall, for one that begins before the end or after it holds less of it. No such effort ends
/// until the rate is a quarter of the way back.
/// There is no effort, told or not, until the rate has been 20 bpm above the lowest one before it: getting up alone raises it by 10 to 15.
/// The course is first smoothed by a median of 21 s, as long as the averages by which peak effort is measured (ATS/ACCP statement on
/// cardiopulmonary exercise testing, Am J Respir Crit Care Med 2003: 20 to 30 s), so that ten seconds at a rate that
/// a device doubled or halved are neither a peak nor a fall. All is known 76 s after the end of the effort.
/// </remarks>
internal sealed class HeartRateRecovery
{
    private const int Seconds = 60;
    private const int Reach = 10;
    private const int Window = (2 * Reach) + 1;
    private const int Memory = 2 * Seconds;
    private const double NearPeakBpm = 5;
    private const double EffortBpm = 20;
    private const double EndedShare = 0.25;

    private readonly double[] _course = new double[Window];
    private readonly double[] _smooth = new double[Memory];
    private double _lowest = double.PositiveInfinity;
    private double _peak = double.NaN;
    private long _last = long.MinValue;
    private long? _toldEnd;
    private double? _told;
    private double _fall;
    private bool _ended;

    /// <summary>Gets the fall, bpm: after the latest end that was told, or else after the hardest effort; null while there was no effort that ended.</summary>
    public double? FallBpm => _told ?? (_ended && _fall > 0 ? _fall : null);

    /// <summary>The effort has ended.</summary>
    /// <param name="second">When, on the course's time; not more than a minute and a half ago.</param>
    public void EndEffort(long second) => _toldEnd = second;

    /// <summary>There is effort anew: a minute of rest that has begun does not count.</summary>
    public void BeginEffort() => _toldEnd = null;

    /// <summary>Takes in the next second.</summary>
    /// <param name="second">The second, one after the one before it; after a gap any later one.</param>
    /// <param name="bpm">The heart rate, bpm; NaN when it is not known.</param>
    public void Add(long second, double bpm)
    {
        if (second != _last + 1)
        {
            Array.Fill(_course, double.NaN);
            Array.Fill(_smooth, double.NaN);
        }

        _last = second;
        _course[second % Window] = bpm;
        var middle = second - Reach;
        if (middle < 0)
            return;
        _smooth[middle % Memory] = Median();
        Infer(middle);
        if (_toldEnd is { } end && middle >= end + Seconds)
            Measure(middle, end);
    }

    private double At(long second) => second < 0 || second <= _last - Reach - Memory ? double.NaN : _smooth[second % Memory];

    private double Median()
    {
        Span<double> known = stackalloc double[Window];
        var count = 0;
        foreach (var bpm in _course)
        {
            if (!double.IsNaN(bpm))
                known[count++] = bpm;
        }

        if (2 * count <= Window)
            return double.NaN;
        known = known[..count];
        known.Sort();
        return (known[(count - 1) / 2] + known[count / 2]) / 2;
    }

    private void Infer(long second)
    {
        var bpm = At(second);
        if (double.IsNaN(bpm))
            return;
        _lowest = Math.Min(_lowest, bpm);
        if (!(bpm <= _peak) && bpm >= _lowest + EffortBpm)
            (_peak, _fall, _ended) = (bpm, bpm > _peak + NearPeakBpm ? 0 : _fall, false);
        var before = At(second - Seconds);
        if (before >= _peak - NearPeakBpm)
            _fall = Math.Max(_fall, before - bpm);
        _ended |= bpm < _peak - (EndedShare * (_peak - _lowest));
    }

    private void Measure(long second, long end)
    {
        _toldEnd = null;
        var (effort, rest) = (At(end), At(end + Seconds));
        if (second - end < Memory && effort >= _lowest + EffortBpm && !double.IsNaN(rest))
            _told = effort - rest;
    }
}
