using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Forward kinematics: from joint angles to landmarks, with the supporting feet where they belong on the floor.</summary>
internal static class Kinematics
{
    /// <summary>How far the feet, and with them the legs' planes, point outwards.</summary>
    public const float ToeOutDegrees = 10;

    /// <summary>The part of the trunk's lean and turn that the head follows; people look ahead of them.</summary>
    private const float HeadFollow = 0.3f;

    public static void Pose(BodySize body, in Posture posture, Skeleton skeleton)
    {
        var left = new Leg(body, posture.LeftLeg, posture.TrunkLeanDegrees, 1);
        var right = new Leg(body, posture.RightLeg, posture.TrunkLeanDegrees, -1);
        if (posture.Support == Support.Placed)
        {
            var hips = Angle.AboutY(posture.Pelvis.TurnDegrees) * Angle.AboutZ(posture.Pelvis.HikeDegrees);
            Assemble(body, posture, skeleton, posture.Pelvis.MidHipMetres, hips, left.HangingFrom(hips), right.HangingFrom(hips));
        }
        else
        {
            var tilt = posture.Support == Support.BothFeet ? LevelAnkles(body, left, right) : Quaternion.Identity;
            var pelvis = PelvisPlace(body, posture.Support, left.Tilted(tilt), right.Tilted(tilt));
            Assemble(body, posture, skeleton, pelvis, tilt, left.Tilted(tilt), right.Tilted(tilt));
        }

        if (posture.Place != default)
            skeleton.MoveTo(new Vector3(posture.Place.LeftMetres, 0, posture.Place.AheadMetres), posture.Place.FacingDegrees);
    }

    /// <summary>Where the pelvis of a posture is that stands on both feet alike.</summary>
    public static Vector3 MidHip(BodySize body, in Posture posture) => PelvisPlace(
        body,
        posture.Support,
        new Leg(body, posture.LeftLeg, posture.TrunkLeanDegrees, 1),
        new Leg(body, posture.RightLeg, posture.TrunkLeanDegrees, -1));

    private static void Assemble(
        BodySize body, in Posture posture, Skeleton skeleton, Vector3 pelvis, Quaternion hips, in Leg left, in Leg right)
    {
        skeleton.Pelvis = hips * Angle.AboutX(posture.TrunkLeanDegrees);
        PlaceLegs(skeleton, pelvis, left, right);
        FeetShape.Place(body, skeleton);
        skeleton.Trunk = Leaning(posture, 1);
        ArmKinematics.Place(body, posture, skeleton, pelvis + Vector3.Transform(body.Trunk * Vector3.UnitY, skeleton.Trunk));
        skeleton.Head = Leaning(posture, HeadFollow);
        HeadShape.Place(body, skeleton);
    }

    private static Quaternion Leaning(in Posture posture, float share) =>
        Angle.AboutY(share * posture.TrunkTurnDegrees)
        * Angle.AboutZ(-share * posture.TrunkSideLeanDegrees)
        * Angle.AboutX(share * posture.TrunkLeanDegrees);

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
            var outwards = Angle.AboutY(side * (ToeOutDegrees + angles.OutwardTurnDegrees));
            var plane = outwards * Angle.AboutZ(side * angles.HipAbductionDegrees);
            var thighForward = angles.HipFlexionDegrees - leanDegrees;
            var shankForward = thighForward - angles.KneeFlexionDegrees;
            HipToKnee = Vector3.Transform(-body.Thigh * Vector3.UnitY, plane * Angle.AboutX(-thighForward));
            HipToAnkle = HipToKnee + Vector3.Transform(-body.Shank * Vector3.UnitY, plane * Angle.AboutX(-shankForward));
            Foot = outwards * Angle.AboutX(-(shankForward + angles.AnkleDorsiflexionDegrees));
        }

        public Vector3 PelvisToAnkle => PelvisToHip + HipToAnkle;

        /// <summary>The leg as it is, below hips that are turned.</summary>
        public Leg HangingFrom(Quaternion hips) => this with { PelvisToHip = Vector3.Transform(PelvisToHip, hips) };

        /// <summary>The leg turned with the pelvis; the foot gives way at its own joints and stays flat.</summary>
        public Leg Tilted(Quaternion tilt) => this with
        {
            PelvisToHip = Vector3.Transform(PelvisToHip, tilt),
            HipToKnee = Vector3.Transform(HipToKnee, tilt),
            HipToAnkle = Vector3.Transform(HipToAnkle, tilt),
        };
    }
}
