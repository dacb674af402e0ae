using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>How far the curves of a system are from those of motion capture.</summary>
/// <param name="LagSeconds">By how much the system's curves are late; found from their shape, the same for all angles of a clip.</param>
/// <param name="Samples">Samples of the system that could be compared, of the angle that has most.</param>
/// <param name="Knee">The mean of both knees.</param>
/// <param name="Hip">The mean of both hips.</param>
internal sealed record CurveComparison(double LagSeconds, int Samples, AngleError Knee, AngleError Hip)
{
    public const int LargestLagMilliseconds = 50;

    /// <returns>Null when no sample of both is known at the same time.</returns>
    public static CurveComparison? Of(AngleCurves measured, AngleCurves reference)
    {
        var best = Enumerable.Range(-LargestLagMilliseconds, (2 * LargestLagMilliseconds) + 1)
            .OrderBy(Math.Abs)
            .Select(milliseconds => At(measured, reference, milliseconds / 1000.0))
            .MinBy(c => c.Knee.OffsetRemovedMae + c.Hip.OffsetRemovedMae)!;
        return best.Samples > 0 ? best : null;
    }

    private static CurveComparison At(AngleCurves measured, AngleCurves reference, double lag)
    {
        var pairs = AngleCurves.Angles.ToDictionary(angle => angle, angle => Pairs(measured, reference, angle, lag));
        return new CurveComparison(
            lag,
            pairs.Values.Max(p => p.Count),
            AngleError.MeanOf([AngleError.Of(pairs[JointAngle.KneeLeft]), AngleError.Of(pairs[JointAngle.KneeRight])]),
            AngleError.MeanOf([AngleError.Of(pairs[JointAngle.HipLeft]), AngleError.Of(pairs[JointAngle.HipRight])]));
    }

    private static List<(double Measured, double Reference)> Pairs(AngleCurves measured, AngleCurves reference, JointAngle angle, double lag)
    {
        var values = measured[angle];
        var pairs = new List<(double Measured, double Reference)>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var truth = reference.At(angle, measured.TimesSeconds[i] - lag);
            if (!double.IsNaN(values[i]) && !double.IsNaN(truth))
                pairs.Add((values[i], truth));
        }

        return pairs;
    }
}
