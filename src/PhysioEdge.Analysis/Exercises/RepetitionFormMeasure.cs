using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>Measures how a repetition was done, from its samples.</summary>
internal static class RepetitionFormMeasure
{
    private const double TrunkCutoffHz = 2;

    /// <summary>The depth of a picture is noise: a lean along it is told only when this much of it lies across.</summary>
    private const double LeastVisibleShare = 0.5;

    private static readonly TimeSpan ReferenceTime = TimeSpan.FromSeconds(0.5);

    /// <param name="window">The samples from before the start to after the end.</param>
    /// <param name="start">When the repetition began.</param>
    /// <param name="hold">From when to when the far point was held.</param>
    /// <param name="end">When it ended.</param>
    /// <param name="sideDifference">Right range less left range, degrees; null when there is none.</param>
    public static RepetitionForm Of(ExcursionWindow window, TimeSpan start, (TimeSpan Start, TimeSpan End) hold, TimeSpan end, double? sideDifference)
    {
        var trunk = window.Points.Where(p => p.Posture.IsKnown && p.At >= start - ReferenceTime && p.At <= end).ToArray();
        var (forwardShare, sidewaysShare) = Visible(trunk);
        return new RepetitionForm(
            Math.Max(0, (hold.Start - start).TotalSeconds),
            (hold.End - hold.Start).TotalSeconds,
            Math.Max(0, (end - hold.End).TotalSeconds),
            Smoothness(window, start, hold, end),
            forwardShare >= LeastVisibleShare ? Lean(trunk, start, p => p.Posture.TrunkForwardDegrees).Most : null,
            sidewaysShare >= LeastVisibleShare ? Furthest(Lean(trunk, start, p => p.Posture.TrunkRightDegrees)) : null,
            trunk.Length > 0 ? Math.Max(forwardShare, sidewaysShare) * trunk.Average(p => p.Quality) : 0,
            sideDifference)
        {
            KneeValgusDegrees = Larger(Inward(trunk, start, p => p.Posture.LeftKneeValgusDegrees), Inward(trunk, start, p => p.Posture.RightKneeValgusDegrees)),
        };
    }

    private static double? Larger(double? a, double? b) => a is null || b > a ? b : a;

    /// <summary>The largest valgus against that around the start; null when it was seen for less than half of the time.</summary>
    private static double? Inward(ExcursionPoint[] points, TimeSpan start, Func<ExcursionPoint, double> valgus)
    {
        var seen = points.Where(p => !double.IsNaN(valgus(p))).ToArray();
        return seen.Length > 0 && 2 * seen.Length >= points.Length ? Lean(seen, start, valgus).Most : null;
    }

    private static (double Forward, double Sideways) Visible(ExcursionPoint[] points)
    {
        if (points.Length == 0)
            return (0, 0);
        var forward = points.Average(p => p.Posture.Profile);
        return (forward, Math.Sqrt(1 - (forward * forward)));
    }

    private static double Furthest((double Most, double Least) lean) => lean.Most >= -lean.Least ? lean.Most : lean.Least;

    /// <summary>The largest and smallest lean against that around the start, calmed without lag.</summary>
    private static (double Most, double Least) Lean(ExcursionPoint[] points, TimeSpan start, Func<ExcursionPoint, double> angle)
    {
        var calm = ZeroLagLowPass.Filter([.. points.Select(p => p.At.TotalSeconds)], [.. points.Select(angle)], TrunkCutoffHz);
        var before = Array.FindLastIndex(points, p => p.At <= start);
        var reference = calm[..(Math.Max(before, 0) + 1)].Average();
        return (calm.Max() - reference, calm.Min() - reference);
    }

    private static double? Smoothness(ExcursionWindow window, TimeSpan start, (TimeSpan Start, TimeSpan End) hold, TimeSpan end)
    {
        var outward = SpectralArcLength.Of(Velocity(window, start, hold.Start));
        var back = SpectralArcLength.Of(Velocity(window, hold.End, end));
        return outward is { } o && back is { } b ? (o + b) / 2 : outward ?? back;
    }

    private static (double[] Speeds, double RateHz) Velocity(ExcursionWindow window, TimeSpan from, TimeSpan to)
    {
        var points = window.Points.Where(p => p.At >= from && p.At <= to).ToArray();
        if (points.Length < 2)
            return ([], 0);
        double[] times = [.. points.Select(p => p.At.TotalSeconds)];
        double[] angles = [.. points.Select(p => p.Degrees)];
        var rate = (points.Length - 1) / (times[^1] - times[0]);
        var speeds = new double[points.Length - 1];
        for (var i = 0; i < speeds.Length; i++)
        {
            var at = times[0] + (i / rate);
            speeds[i] = (Interpolation.At(times, angles, at + (1 / rate)) - Interpolation.At(times, angles, at)) * rate;
        }

        return (speeds, rate);
    }
}
