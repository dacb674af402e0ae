namespace PhysioEdge.Analysis.Anomalies;

/// <summary>Tells when the range has fallen from what the patient usually reaches: in two repetitions running, so that one bad one is none.</summary>
/// <remarks>
/// Usual is the median of the first three repetitions of the session or, when higher, of the set. Fallen means by a fifth (the loss at
/// which training to fatigue is commonly stopped: Pareja-Blanco et al., "Effects of velocity loss during resistance training", Scand
/// J Med Sci Sports 2017), by more than 10° (about the smallest change that a goniometer tells from its own error), and by
/// more than three times the scatter of the patient's own first repetitions about their trend.
/// </remarks>
internal sealed class RangeDecline
{
    private const int ToLearn = 3;
    private const double LeastShare = 0.2;
    private const double LeastDegrees = 10;
    private const double Scatters = 3;

    private readonly List<double> _session = [];
    private readonly List<double> _set = [];

    /// <summary>A new set begins.</summary>
    public void BeginSet() => _set.Clear();

    /// <summary>Takes in the next whole repetition.</summary>
    /// <param name="degrees">Its range.</param>
    /// <returns>What is usual, degrees, when the range has fallen from it; else null.</returns>
    public double? Add(double degrees)
    {
        _session.Add(degrees);
        _set.Add(degrees);
        if (_session.Count <= ToLearn || _set.Count < 2)
            return null;
        var usual = Math.Max(Median(_session), _set.Count > ToLearn ? Median(_set) : 0);
        var least = usual - Math.Max(LeastShare * usual, Math.Max(LeastDegrees, Scatters * Scatter()));
        return _set[^1] <= least && _set[^2] <= least ? usual : null;
    }

    private static double Median(List<double> values) => values.Take(ToLearn).Order().ElementAt(ToLearn / 2);

    /// <summary>The standard deviation about the line through the first three: their second difference has six times its variance.</summary>
    private double Scatter() => Math.Abs(_session[0] - (2 * _session[1]) + _session[2]) / Math.Sqrt(6);
}
