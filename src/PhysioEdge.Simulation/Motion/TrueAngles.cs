using System.Numerics;
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
    };
}
