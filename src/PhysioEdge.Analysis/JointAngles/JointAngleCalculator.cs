using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.JointAngles;

/// <summary>Measures the joint angles of a pose from its landmarks in the world.</summary>
public static class JointAngleCalculator
{
    private static readonly (JointAngle Angle, BodyLandmark A, BodyLandmark Vertex, BodyLandmark B, bool FromStraight)[] ThreePoint =
    [
        (JointAngle.KneeLeft, LeftHip, LeftKnee, LeftAnkle, true),
        (JointAngle.KneeRight, RightHip, RightKnee, RightAnkle, true),
        (JointAngle.HipLeft, LeftShoulder, LeftHip, LeftKnee, true),
        (JointAngle.HipRight, RightShoulder, RightHip, RightKnee, true),
        (JointAngle.AnkleLeft, LeftKnee, LeftAnkle, LeftFootIndex, false),
        (JointAngle.AnkleRight, RightKnee, RightAnkle, RightFootIndex, false),
        (JointAngle.ShoulderLeft, LeftHip, LeftShoulder, LeftElbow, false),
        (JointAngle.ShoulderRight, RightHip, RightShoulder, RightElbow, false),
        (JointAngle.ElbowLeft, LeftShoulder, LeftElbow, LeftWrist, true),
        (JointAngle.ElbowRight, RightShoulder, RightElbow, RightWrist, true),
    ];

    /// <summary>Walking sways by less.</summary>
    private const double UsualSideLeanDegrees = 8;

    private const double TrunkErrorOfLean = 0.6;
    private const double ShoulderErrorOfLean = 1.5;

    /// <summary>Measures all angles of a pose: as its body in space says, else from the landmarks of that picture alone.</summary>
    /// <returns>Angles in degrees. Those of a frame without a pose, or with landmarks that coincide, are unknown.</returns>
    public static AngleFrame Measure(in PoseFrame pose)
    {
        if (pose.Body is { } body)
        {
            var posture = BodyPosture.Of(body.Landmarks).WithSideLeanOf(pose.HasPose ? BodyPosture.Of(pose.Raw) : default);
            var told = LessSureOfLeaning(body.Angles, posture);
            return new AngleFrame(pose.CapturedAt, told, MeanQuality(told))
            {
                Posture = posture,
                Swing = body.Swing,
            };
        }

        var angles = default(AngleSet);
        if (!pose.HasPose)
        {
            ((Span<AngleReading>)angles).Fill(AngleReading.Unknown);
            return new AngleFrame(pose.CapturedAt, angles, 0);
        }

        var landmarks = pose.Raw;
        foreach (var (angle, a, vertex, b, fromStraight) in ThreePoint)
        {
            var included = Between(landmarks[a].World - landmarks[vertex].World, landmarks[b].World - landmarks[vertex].World);
            var quality = Weakest(landmarks[a], landmarks[vertex], landmarks[b]) * pose.PoseProbability;
            angles[angle] = Reading(fromStraight ? 180 - included : included, quality);
        }

        var midHip = (landmarks[LeftHip].World + landmarks[RightHip].World) / 2;
        var midShoulder = (landmarks[LeftShoulder].World + landmarks[RightShoulder].World) / 2;
        var trunkQuality = Math.Min(
            Weakest(landmarks[LeftHip], landmarks[RightHip], landmarks[LeftShoulder]),
            landmarks[RightShoulder].Visibility);
        angles[JointAngle.Trunk] = Reading(Between(midShoulder - midHip, -Vector3.UnitY), trunkQuality * pose.PoseProbability);
        return new AngleFrame(pose.CapturedAt, angles, MeanQuality(angles)) { Posture = BodyPosture.Of(landmarks) };
    }

    /// <summary>
    /// Whoever leans to the side is seldom seen doing it, by the model as well: it takes some of the lean for one towards the camera, and says that it is
    /// surer than it is. (Source: the simulated patient, who leans by 22° with an arm raised, and is given 31° for the trunk and 23° too much for the shoulder.)
    /// </summary>
    private static AngleSet LessSureOfLeaning(in AngleSet angles, in BodyPosture posture)
    {
        var told = angles;
        if (!posture.IsKnown || Math.Abs(posture.TrunkRightDegrees) - UsualSideLeanDegrees is not (> 0 and var beyond))
            return told;
        told[JointAngle.Trunk] = told[JointAngle.Trunk].LessSure(TrunkErrorOfLean * beyond);
        told[JointAngle.ShoulderLeft] = told[JointAngle.ShoulderLeft].LessSure(ShoulderErrorOfLean * beyond);
        told[JointAngle.ShoulderRight] = told[JointAngle.ShoulderRight].LessSure(ShoulderErrorOfLean * beyond);
        return told;
    }

    private static AngleReading Reading(double degrees, double quality)
        => double.IsNaN(degrees) ? AngleReading.Unknown : new AngleReading(degrees, quality);

    private static double Weakest(Landmark a, Landmark b, Landmark c)
        => Math.Min(a.Visibility, Math.Min(b.Visibility, c.Visibility));

    /// <summary>The angle between two directions, degrees; NaN when one of them has no length.</summary>
    private static double Between(Vector3 a, Vector3 b)
    {
        // atan2 stays exact near 0° and 180°, where acos does not.
        var (sine, cosine) = (Vector3.Cross(a, b).Length(), Vector3.Dot(a, b));
        return sine == 0 && cosine == 0 ? double.NaN : Math.Atan2(sine, cosine) * (180 / Math.PI);
    }

    private static double MeanQuality(in AngleSet angles)
    {
        var sum = 0.0;
        for (var i = 0; i < AngleSet.Count; i++)
            sum += angles[i].Quality;
        return sum / AngleSet.Count;
    }
}
