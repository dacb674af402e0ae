using System.Numerics;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Simulation.Motion;

/// <summary>
/// The 3-point angles of a skeleton, degrees, unsigned: what a perfect measurement of it would give.
/// Knee, hip and elbow: 0 = straight. Shoulder: 0 = upper arm along the line to the hip. Ankle: the included angle
/// knee–ankle–foot index. Trunk: inclination of mid-hip to mid-shoulder from vertical.
/// </summary>
public readonly record struct TrueAngles
{
    public required float KneeLeft { get; init; }

    public required float KneeRight { get; init; }

    public required float HipLeft { get; init; }

    public required float HipRight { get; init; }

    public required float AnkleLeft { get; init; }

    public required float AnkleRight { get; init; }

    public required float ShoulderLeft { get; init; }

    public required float ShoulderRight { get; init; }

    public required float ElbowLeft { get; init; }

    public required float ElbowRight { get; init; }

    public required float Trunk { get; init; }

    /// <summary>Gets the part of the trunk's inclination that is forward, seen across the hips; negative = backward.</summary>
    public required float TrunkForward { get; init; }

    /// <summary>Gets the part that is to the left, seen along the hips; negative = to the right.</summary>
    public required float TrunkSide { get; init; }

    /// <summary>Gets the angle that is measured under that name.</summary>
    public float this[JointAngle angle] => angle switch
    {
        JointAngle.KneeLeft => KneeLeft,
        JointAngle.KneeRight => KneeRight,
        JointAngle.HipLeft => HipLeft,
        JointAngle.HipRight => HipRight,
        JointAngle.AnkleLeft => AnkleLeft,
        JointAngle.AnkleRight => AnkleRight,
        JointAngle.ShoulderLeft => ShoulderLeft,
        JointAngle.ShoulderRight => ShoulderRight,
        JointAngle.ElbowLeft => ElbowLeft,
        JointAngle.ElbowRight => ElbowRight,
        JointAngle.Trunk => Trunk,
        _ => throw new ArgumentOutOfRangeException(nameof(angle)),
    };

    internal static TrueAngles Of(Skeleton s) => new()
    {
        KneeLeft = 180 - s.AngleAt(BodyLandmark.LeftKnee, BodyLandmark.LeftHip, BodyLandmark.LeftAnkle),
        KneeRight = 180 - s.AngleAt(BodyLandmark.RightKnee, BodyLandmark.RightHip, BodyLandmark.RightAnkle),
        HipLeft = 180 - s.AngleAt(BodyLandmark.LeftHip, BodyLandmark.LeftShoulder, BodyLandmark.LeftKnee),
        HipRight = 180 - s.AngleAt(BodyLandmark.RightHip, BodyLandmark.RightShoulder, BodyLandmark.RightKnee),
        AnkleLeft = s.AngleAt(BodyLandmark.LeftAnkle, BodyLandmark.LeftKnee, BodyLandmark.LeftFootIndex),
        AnkleRight = s.AngleAt(BodyLandmark.RightAnkle, BodyLandmark.RightKnee, BodyLandmark.RightFootIndex),
        ShoulderLeft = s.AngleAt(BodyLandmark.LeftShoulder, BodyLandmark.LeftHip, BodyLandmark.LeftElbow),
        ShoulderRight = s.AngleAt(BodyLandmark.RightShoulder, BodyLandmark.RightHip, BodyLandmark.RightElbow),
        ElbowLeft = 180 - s.AngleAt(BodyLandmark.LeftElbow, BodyLandmark.LeftShoulder, BodyLandmark.LeftWrist),
        ElbowRight = 180 - s.AngleAt(BodyLandmark.RightElbow, BodyLandmark.RightShoulder, BodyLandmark.RightWrist),
        Trunk = Angle.Between(s.MidShoulder - s.MidHip, Vector3.UnitY),
        TrunkForward = Inclination(s, Vector3.Cross(Leftward(s), Vector3.UnitY)),
        TrunkSide = Inclination(s, Leftward(s)),
    };

    private static Vector3 Leftward(Skeleton s) =>
        Vector3.Normalize((s[BodyLandmark.LeftHip] - s[BodyLandmark.RightHip]) with { Y = 0 });

    private static float Inclination(Skeleton s, Vector3 towards)
    {
        var trunk = s.MidShoulder - s.MidHip;
        return Angle.Degrees(Math.Atan2(Vector3.Dot(trunk, towards), trunk.Y));
    }
}
