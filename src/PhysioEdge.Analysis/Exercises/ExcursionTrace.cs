namespace PhysioEdge.Analysis.Exercises;

/// <summary>One filtered sample of a movement.</summary>
/// <param name="At">When.</param>
/// <param name="Degrees">The excursion from rest, degrees; its zero is arbitrary.</param>
/// <param name="LeftDegrees">The left joint angle, degrees; NaN when it was not seen.</param>
/// <param name="RightDegrees">The right joint angle, degrees; NaN when it was not seen.</param>
/// <param name="CompanionDegrees">The angle of the neighbouring joint, degrees; NaN when it was not seen.</param>
/// <param name="Quality">0–1.</param>
internal readonly record struct ExcursionPoint(
    TimeSpan At,
    double Degrees,
    double LeftDegrees,
    double RightDegrees,
    double CompanionDegrees,
    double Quality);

/// <summary>The samples since the last low: as much of the past as the repetition under way needs.</summary>
internal sealed class ExcursionTrace
{
    private const double Hold = 0.90;

    private readonly List<ExcursionPoint> _points = [];

    public int Count => _points.Count;

    public ExcursionPoint Last => _points[^1];

    public void Add(ExcursionPoint point) => _points.Add(point);

    public void Clear() => _points.Clear();

    public void ForgetBefore(TimeSpan at)
    {
        var keep = 0;
        while (keep < _points.Count && _points[keep].At < at)
            keep++;
        _points.RemoveRange(0, keep);
    }

    public ExcursionPoint Lowest()
    {
        var lowest = _points[0];
        foreach (var point in _points)
            lowest = point.Degrees < lowest.Degrees ? point : lowest;
        return lowest;
    }

    /// <summary>The samples from one time to another, both included.</summary>
    public Window Between(TimeSpan start, TimeSpan end) => new(_points.FindAll(p => p.At >= start && p.At <= end));

    /// <summary>The samples of one repetition.</summary>
    internal sealed class Window(List<ExcursionPoint> points)
    {
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

        /// <summary>The middle of the time around the peak spent within a tenth of the range of it: steadier than the highest sample.</summary>
        public TimeSpan MiddleOfHold(ExcursionPoint peak)
        {
            var lowest = points.Min(p => p.Degrees);
            var level = lowest + (Hold * (peak.Degrees - lowest));
            var first = points.FindIndex(p => p.Degrees >= level);
            var last = points.FindLastIndex(p => p.Degrees >= level);
            return (points[first].At + points[last].At) / 2;
        }

        public double? Range(Func<ExcursionPoint, double> angle)
        {
            var known = points.Select(angle).Where(a => !double.IsNaN(a)).ToList();
            return known.Count > 1 ? known.Max() - known.Min() : null;
        }

        public double MeanQuality() => points.Average(p => p.Quality);
    }
}
