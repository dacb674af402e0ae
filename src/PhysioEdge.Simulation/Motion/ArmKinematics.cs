using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Shoulders, arms and hands. A hanging hand has its thumb in front.</summary>
internal static class ArmKinematics
{
    private const float ShoulderRise = 0.025f;
    private const float ShoulderReach = 0.018f;

    public static void Place(BodySize body, in Posture posture, Skeleton skeleton, Vector3 midShoulder)
    {
        skeleton[BodyLandmark.LeftShoulder] = midShoulder + Vector3.Transform(Shoulder(body, posture.LeftArm, 1), skeleton.Trunk);
        skeleton[BodyLandmark.RightShoulder] = midShoulder + Vector3.Transform(Shoulder(body, posture.RightArm, -1), skeleton.Trunk);

        var upperArm = skeleton.Trunk * UpperArm(posture.LeftArm, 1);
        skeleton.LeftHand = upperArm * Angle.AboutX(-posture.LeftArm.ElbowFlexionDegrees);
        skeleton[BodyLandmark.LeftElbow] = Along(skeleton[BodyLandmark.LeftShoulder], upperArm, body.UpperArm);
        skeleton[BodyLandmark.LeftWrist] = Along(skeleton[BodyLandmark.LeftElbow], skeleton.LeftHand, body.Forearm);

        upperArm = skeleton.Trunk * UpperArm(posture.RightArm, -1);
        skeleton.RightHand = upperArm * Angle.AboutX(-posture.RightArm.ElbowFlexionDegrees);
        skeleton[BodyLandmark.RightElbow] = Along(skeleton[BodyLandmark.RightShoulder], upperArm, body.UpperArm);
        skeleton[BodyLandmark.RightWrist] = Along(skeleton[BodyLandmark.RightElbow], skeleton.RightHand, body.Forearm);

        PlaceHands(body.Hand, skeleton);
    }

    /// <summary>Knuckle of little finger, knuckle of index finger and thumb, for a hand that hangs from the wrist.</summary>
    private static void PlaceHands(float length, Skeleton s)
    {
        var pinky = length * new Vector3(0, -0.55f, -0.20f);
        var index = length * new Vector3(0, -0.62f, 0.16f);
        var thumb = length * new Vector3(-0.10f, -0.35f, 0.26f);
        var mirror = new Vector3(-1, 1, 1);
        s[BodyLandmark.LeftPinky] = s[BodyLandmark.LeftWrist] + Vector3.Transform(pinky, s.LeftHand);
        s[BodyLandmark.LeftIndex] = s[BodyLandmark.LeftWrist] + Vector3.Transform(index, s.LeftHand);
        s[BodyLandmark.LeftThumb] = s[BodyLandmark.LeftWrist] + Vector3.Transform(thumb, s.LeftHand);
        s[BodyLandmark.RightPinky] = s[BodyLandmark.RightWrist] + Vector3.Transform(pinky, s.RightHand);
        s[BodyLandmark.RightIndex] = s[BodyLandmark.RightWrist] + Vector3.Transform(index, s.RightHand);
        s[BodyLandmark.RightThumb] = s[BodyLandmark.RightWrist] + Vector3.Transform(thumb * mirror, s.RightHand);
    }

    /// <summary>The shoulder joint, from mid-shoulder: the shoulder blade follows a raised arm, upwards and around the chest.</summary>
    private static Vector3 Shoulder(BodySize body, ArmPosture arm, float side)
    {
        var flexed = MathF.Sin(Angle.Radians(Math.Clamp(arm.ShoulderFlexionDegrees, 0, 90)));
        var raised = Math.Clamp(MathF.Max(arm.ShoulderFlexionDegrees, arm.ShoulderAbductionDegrees) - 30, 0, 120) / 120;
        var shift = body.HeightMetres * new Vector3(-side * ShoulderReach * flexed, ShoulderRise * raised, ShoulderReach * flexed);
        return shift + (side * body.ShoulderSpacing / 2 * Vector3.UnitX);
    }

    private static Quaternion UpperArm(ArmPosture arm, float side) =>
        Angle.AboutZ(side * arm.ShoulderAbductionDegrees) * Angle.AboutX(-arm.ShoulderFlexionDegrees);

    private static Vector3 Along(Vector3 joint, Quaternion limb, float length) =>
        joint + Vector3.Transform(-length * Vector3.UnitY, limb);
}
