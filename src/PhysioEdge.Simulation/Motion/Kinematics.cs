using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Forward kinematics: from joint angles to landmarks, with the supporting feet where they belong on the floor.</summary>
internal static class Kinematics
{
    /// <summary>How far the feet, and with them the legs' planes, point outwards.</summary>
    public const float ToeOutDegrees = 10;

    /// <summary>The part of the trunk's lean that the head follows; people look ahead of them.</summary>
    private const float HeadFollow = 0.3f;

    public static void Pose(BodySize body, in Posture posture, Skeleton skeleton)
    {
        var left = new Leg(body, posture.LeftLeg, posture.TrunkLeanDegrees, 1);
        var right = new Leg(body, posture.RightLeg, posture.TrunkLeanDegrees, -1);
        var tilt = posture.Support == Support.BothFeet ? LevelAnkles(body, left, right) : Quaternion.Identity;
        var pelvis = PelvisPlace(body, posture.Support, left.Tilted(tilt), right.Tilted(tilt));

        skeleton.Pelvis = tilt * Angle.AboutX(posture.TrunkLeanDegrees);
        PlaceLegs(skeleton, pelvis, left.Tilted(tilt), right.Tilted(tilt));
        FeetShape.Place(body, skeleton);
        skeleton.Trunk = Angle.AboutX(posture.TrunkLeanDegrees);
        ArmKinematics.Place(body, posture, skeleton, pelvis + Vector3.Transform(body.Trunk * Vector3.UnitY, skeleton.Trunk));
        skeleton.Head = Angle.AboutX(HeadFollow * posture.TrunkLeanDegrees);
        HeadShape.Place(body, skeleton);
    }

    private static Quaternion LevelAnkles(BodySize body, in Leg left, in Leg right)
    {
        var across = left.HipToAnkle - right.HipToAnkle + (body.HipSpacing * Vector3.UnitX);
        return Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -MathF.Atan2(across.Y, across.X));
    }

    private static Vector3 PelvisPlace(BodySize body, Support support, in Leg left, in Leg right)
    {
        var home = new Vector3(body.StanceWidth / 2, body.AnkleHeight, 0);
        return support switch
        {
            Support.LeftFoot => home - left.PelvisToAnkle,
            Support.RightFoot => (home with { X = -home.X }) - right.PelvisToAnkle,
            _ => (home with { X = 0 }) - ((left.PelvisToAnkle + right.PelvisToAnkle) / 2),
        };
    }

    private static void PlaceLegs(Skeleton skeleton, Vector3 pelvis, in Leg left, in Leg right)
    {
        skeleton[BodyLandmark.LeftHip] = pelvis + left.PelvisToHip;
        skeleton[BodyLandmark.LeftKnee] = pelvis + left.PelvisToHip + left.HipToKnee;
        skeleton[BodyLandmark.LeftAnkle] = pelvis + left.PelvisToAnkle;
        skeleton[BodyLandmark.RightHip] = pelvis + right.PelvisToHip;
        skeleton[BodyLandmark.RightKnee] = pelvis + right.PelvisToHip + right.HipToKnee;
        skeleton[BodyLandmark.RightAnkle] = pelvis + right.PelvisToAnkle;
        skeleton.LeftFoot = left.Foot;
        skeleton.RightFoot = right.Foot;
    }

    /// <summary>One leg hanging from a pelvis that is level in the frontal plane; <c>side</c> is 1 for left, −1 for right.</summary>
    private readonly record struct Leg(Vector3 PelvisToHip, Vector3 HipToKnee, Vector3 HipToAnkle, Quaternion Foot)
    {
        public Leg(BodySize body, LegPosture angles, float leanDegrees, float side)
            : this(side * body.HipSpacing / 2 * Vector3.UnitX, default, default, default)
        {
            var plane = Angle.AboutY(side * ToeOutDegrees) * Angle.AboutZ(side * angles.HipAbductionDegrees);
            var thighForward = angles.HipFlexionDegrees - leanDegrees;
            var shankForward = thighForward - angles.KneeFlexionDegrees;
            HipToKnee = Vector3.Transform(-body.Thigh * Vector3.UnitY, plane * Angle.AboutX(-thighForward));
            HipToAnkle = HipToKnee + Vector3.Transform(-body.Shank * Vector3.UnitY, plane * Angle.AboutX(-shankForward));
            Foot = Angle.AboutY(side * ToeOutDegrees) * Angle.AboutX(-(shankForward + angles.AnkleDorsiflexionDegrees));
        }

        public Vector3 PelvisToAnkle => PelvisToHip + HipToAnkle;

        /// <summary>The leg turned with the pelvis; the foot gives way at its own joints and stays flat.</summary>
        public Leg Tilted(Quaternion tilt) => this with
        {
            PelvisToHip = Vector3.Transform(PelvisToHip, tilt),
            HipToKnee = Vector3.Transform(HipToKnee, tilt),
            HipToAnkle = Vector3.Transform(HipToAnkle, tilt),
        };
    }
}
