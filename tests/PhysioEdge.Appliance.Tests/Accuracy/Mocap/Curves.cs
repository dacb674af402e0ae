using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Accuracy.Mocap;

namespace PhysioEdge.Appliance.Tests.Accuracy.Mocap;

/// <summary>Angle curves with known shapes.</summary>
internal static class Curves
{
    /// <summary>All four angles the same function of time, s → degrees.</summary>
    public static AngleCurves Of(double rateHz, double seconds, Func<double, double> degrees) => Of(rateHz, seconds, (_, t) => degrees(t));

    public static AngleCurves Of(double rateHz, double seconds, Func<JointAngle, double, double> degrees)
    {
        double[] times = [.. Enumerable.Range(0, (int)(rateHz * seconds)).Select(i => i / rateHz)];
        return new AngleCurves(times, angle => Array.ConvertAll(times, t => degrees(angle, t)));
    }

    /// <summary>Cycles of 2 s from 5° to 95° and back, beginning at the low.</summary>
    public static double Squats(double t) => 50 - (45 * Math.Cos(Math.PI * t));
}
