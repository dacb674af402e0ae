namespace PhysioEdge.Analysis.Exercises;

/// <summary>The samples of one repetition.</summary>
internal sealed class ExcursionWindow(List<ExcursionPoint> points)
{
    private const double HoldShare = 0.90;

    public IReadOnlyList<ExcursionPoint> Points => points;

    /// <summary>When the excursion was last at or below that level before the peak; the first sample when it never was.</summary>
    public TimeSpan LastBelowBefore(TimeSpan peak, double level)
    {
        var index = points.FindLastIndex(p => p.At <= peak && p.Degrees <= level);
        return points[Math.Max(index, 0)].At;
    }

    /// <summary>When the excursion was first at or below that level after the peak; the last sample when it never was.</summary>
    public TimeSpan FirstBelowAfter(TimeSpan peak, double level)
    {
        var index = points.FindIndex(p => p.At >= peak && p.Degrees <= level);
        return points[index < 0 ? ^1 : index].At;
    }

    /// <summary>From first to last within a tenth of the range of the peak.</summary>
    public (TimeSpan Start, TimeSpan End) Hold(ExcursionPoint peak) => Above(HoldShare, peak);

    /// <summary>From first to last beyond that share of the range.</summary>
    public (TimeSpan Start, TimeSpan End) Above(double share, ExcursionPoint peak)
    {
        var lowest = points.Min(p => p.Degrees);
        var level = lowest + (share * (peak.Degrees - lowest));
        return (points.Find(p => p.Degrees >= level).At, points.FindLast(p => p.Degrees >= level).At);
    }

    public double? Range(Func<ExcursionPoint, double> angle)
    {
        var known = points.Select(angle).Where(a => !double.IsNaN(a)).ToList();
        return known.Count > 1 ? known.Max() - known.Min() : null;
    }

    public double MeanQuality() => points.Average(p => p.Quality);
}
