using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>What an inertial sensor under the ankle reads: x along the foot to the toes, y to the left, z up.</summary>
internal sealed class FootMotion(MotionScript script, Side side)
{
    private const float Gravity = 9.80665f;
    private const float SpanSeconds = 0.01f;

    private readonly Skeleton _skeleton = new();

    /// <summary>The acceleration, m/s² (gravity reads as 1 g up), and the angular rate, °/s.</summary>
    public (Axes Acceleration, Axes AngularRate) At(TimeSpan time)
    {
        var (before, now, after) = (Pose(time, -1), Pose(time, 0), Pose(time, 1));
        var acceleration = ((before.Place - (2 * now.Place) + after.Place) / (SpanSeconds * SpanSeconds)) + (Gravity * Vector3.UnitY);
        var turn = Quaternion.Conjugate(before.Foot) * after.Foot;
        var rate = MathF.CopySign(2 / (2 * SpanSeconds), turn.W) * new Vector3(turn.X, turn.Y, turn.Z);
        return (InSensor(Vector3.Transform(acceleration, Quaternion.Conjugate(now.Foot))), InSensor(rate * (180 / MathF.PI)));
    }

    private static Axes InSensor(Vector3 foot) => new(foot.Z, foot.X, foot.Y);

    private (Vector3 Place, Quaternion Foot) Pose(TimeSpan time, int spans)
    {
        Kinematics.Pose(script.Body, script.PostureAt(time + TimeSpan.FromSeconds(spans * SpanSeconds)), _skeleton);
        return side == Side.Left
            ? (_skeleton[BodyLandmark.LeftAnkle], _skeleton.LeftFoot)
            : (_skeleton[BodyLandmark.RightAnkle], _skeleton.RightFoot);
    }
}
