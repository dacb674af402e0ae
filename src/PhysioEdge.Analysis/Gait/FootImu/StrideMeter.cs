using System.Numerics;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// Measures the way of a foot between two moments at which it stood still, on a level floor: the velocity that is left at the end is
/// drift and taken off in proportion to time, and so is the height.
/// (Source: Skog, Nilsson and Händel, "Evaluation of zero-velocity detectors for foot-mounted inertial navigation systems", 2010, and
/// Hannink et al., "Benchmarking foot trajectory estimation methods for mobile gait analysis", Sensors 2017.)
/// </summary>
/// <remarks>
/// It deviates in two ways. The tilt that gravity shows at the end is not taken off: a foot in walking never lies so still that it would be
/// known better from gravity than from a second of gyroscope, and a tilt that stays the same falls out with the velocity.
/// The accelerometer's scale is put right by what it reads in standing: 3 % too much there is 3 % too much of length. And at mid-stance the sensor
/// is not quite at rest: the foot rolls over the floor, and the sensor, <see cref="SensorHeightMetres"/> above it on instep or heel, goes with it (ω × r).
/// </remarks>
internal sealed class StrideMeter(MotionBuffer motion)
{
    private const float StandardGravity = 9.80665f;
    private const float StandingRateSquare = 0.05f * 0.05f;
    private const float SensorHeightMetres = 0.08f;
    private const float LongestMean = 20;

    private float _gravity = StandardGravity;
    private float _strides;

    /// <summary>Measures a stride.</summary>
    /// <param name="start">When the foot stood still before.</param>
    /// <param name="end">When it stood still after; the motion still holds all that is between.</param>
    public StrideWay Measure(StillMoment start, StillMoment end)
    {
        LearnGravity(start);
        LearnGravity(end);
        var (from, to) = (start.Place, end.Place);
        var whole = Walk(from, to, Vector3.Zero, rise: 0, out _);
        var seconds = (to - from) * motion.Step;
        var rolling = Rolling(start, whole.Start) + Rolling(end, whole.Orientation);
        var way = whole.Way + ((rolling - whole.Velocity) * (seconds / 2));
        Walk(from, to, whole.Velocity / seconds, way.Z, out var highest);
        var turned = whole.Orientation * Quaternion.Conjugate(whole.Start);
        var forward = Vector3.Transform(way with { Z = 0 }, Quaternion.Conjugate(whole.Start));
        var scale = StandardGravity / _gravity;
        return new StrideWay(way * scale, highest * scale, 2 * Math.Atan2(turned.Z, turned.W), forward);
    }

    /// <summary>The velocity of the sensor while the foot rolls over the floor below it.</summary>
    private static Vector3 Rolling(StillMoment still, Quaternion orientation)
        => Vector3.Cross(Vector3.Transform(still.Rate, orientation) with { Z = 0 }, new Vector3(0, 0, SensorHeightMetres));

    private void LearnGravity(StillMoment still)
    {
        if (still.RateSquare > StandingRateSquare)
            return;
        _strides = Math.Min(_strides + 1, LongestMean);
        _gravity += (Strapdown.MeanForce(motion, still.Place).Length() - _gravity) / _strides;
    }

    private Strapdown Walk(long from, long to, Vector3 drift, float rise, out float highest)
    {
        var foot = new Strapdown(motion, from, _gravity);
        highest = 0;
        while (foot.Place < to)
        {
            foot.Advance();
            var seconds = (foot.Place - from) * motion.Step;
            var share = (foot.Place - from) / (float)(to - from);
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
