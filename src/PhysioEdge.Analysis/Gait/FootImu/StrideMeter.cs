using System.Numerics;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// Measures the way of a foot between two moments at which it stood still. That it stands at both ends, on a level floor and upright by gravity,
/// takes out what the sensor drifts: the tilt that is left at the end, then the velocity, are taken off in proportion to time.
/// (Source: Skog, Nilsson and Händel, "Evaluation of zero-velocity detectors for foot-mounted inertial navigation systems", 2010, and
/// Hannink et al., "Benchmarking foot trajectory estimation methods for mobile gait analysis", Sensors 2017; it deviates in that the tilt is corrected first.)
/// </summary>
internal static class StrideMeter
{
    /// <summary>Measures a stride.</summary>
    /// <param name="motion">The motion, which still holds all of it.</param>
    /// <param name="from">The place at which the foot stood still before.</param>
    /// <param name="to">The place at which it stood still after.</param>
    public static StrideWay Measure(MotionBuffer motion, long from, long to)
    {
        var end = Strapdown.MeanForce(motion, to);
        var gravity = (Strapdown.MeanForce(motion, from).Length() + end.Length()) / 2;
        var foot = new Strapdown(motion, from, gravity);
        while (foot.Place < to)
            foot.Advance(Quaternion.Identity);
        var tilt = Strapdown.RotationBetween(Vector3.Normalize(Vector3.Transform(end, foot.Orientation)), Vector3.UnitZ);
        return Follow(motion, from, to, gravity, tilt);
    }

    private static StrideWay Follow(MotionBuffer motion, long from, long to, float gravity, Quaternion tilt)
    {
        var whole = Walk(motion, from, to, gravity, tilt, Vector3.Zero, rise: 0, out _);
        var drift = whole.Velocity / ((to - from) * motion.Step);
        var way = whole.Way - (whole.Velocity * ((to - from) * motion.Step / 2));
        Walk(motion, from, to, gravity, tilt, drift, way.Z, out var highest);
        var turned = tilt * whole.Orientation * Quaternion.Conjugate(whole.Start);
        return new StrideWay(way, highest, 2 * Math.Atan2(turned.Z, turned.W), Vector3.Transform(way with { Z = 0 }, Quaternion.Conjugate(whole.Start)));
    }

    private static Strapdown Walk(MotionBuffer motion, long from, long to, float gravity, in Quaternion tilt, Vector3 drift, float rise, out float highest)
    {
        var foot = new Strapdown(motion, from, gravity);
        highest = 0;
        while (foot.Place < to)
        {
            var share = (foot.Place + 1 - from) / (float)(to - from);
            foot.Advance(Quaternion.Slerp(Quaternion.Identity, tilt, share));
            var seconds = (foot.Place - from) * motion.Step;
            highest = Math.Max(highest, foot.Way.Z - (drift.Z * seconds * seconds / 2) - (rise * share));
        }

        return foot;
    }
}

/// <summary>The way of a foot in a stride.</summary>
/// <param name="Way">From one moment of standing to the next, m; z is up.</param>
/// <param name="Highest">How high it rose above the line between the two, m.</param>
/// <param name="TurnRadians">How far it turned about the vertical, anticlockwise from above.</param>
/// <param name="Forward">The horizontal way in the sensor's frame as it was at the start, m.</param>
internal readonly record struct StrideWay(Vector3 Way, float Highest, double TurnRadians, Vector3 Forward)
{
    public double Length => Math.Sqrt((Way.X * Way.X) + (Way.Y * Way.Y));
}
