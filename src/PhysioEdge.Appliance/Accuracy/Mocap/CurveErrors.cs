using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>How far the curves of a system are from those of motion capture once a lag is taken away.</summary>
/// <param name="LagSeconds">By how much the system's curves were taken to be late, the same for all angles.</param>
/// <param name="Samples">Samples of the system that could be compared, of the angle that has most.</param>
/// <param name="Knee">The mean of both knees.</param>
/// <param name="Hip">The mean of both hips.</param>
internal sealed record CurveErrors(double LagSeconds, int Samples, AngleError Knee, AngleError Hip)
{
    public static CurveErrors AtLag(AngleCurves measured, AngleCurves reference, double seconds)
    {
        var pairs = AngleCurves.Angles.ToDictionary(angle => angle, angle => Pairs(measured, reference, angle, seconds));
        return new CurveErrors(
            seconds,
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
