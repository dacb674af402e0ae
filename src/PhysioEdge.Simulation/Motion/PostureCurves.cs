using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>The movements, each from its rest posture to its far point with the supporting feet flat in their places.</summary>
internal static class PostureCurves
{
    /// <summary>Knee flexion on the seat.</summary>
    public const float SeatedKneeDegrees = 92;

    public const float StandingKneeDegrees = 3;
    public const float StandingLeanDegrees = 1;
    private const float SeatedLeanDegrees = 4;

    /// <summary>The part of the knee's bend that the shank takes forward; the thigh takes the rest backward.</summary>
    private const float ShankShare = 0.33f;

    /// <summary>In a squat the arms come forward for balance, by so much from vertical.</summary>
    private const float ReachDegrees = 50;

    internal static readonly ArmPosture HangingArm = new(0, 8, 10);
    private static readonly ArmPosture ArmOnThigh = new(10, 9, 62);

    public static PostureCurve Squat(BodySize body, RepetitionPlan plan)
    {
        var half = plan.SideDifferenceDegrees / 2;
        var deepestLean = plan.TrunkLeanDegrees ?? (0.42f * plan.RangeDegrees);
        var reachingArm = new ArmPosture(deepestLean + ReachDegrees, 8, 55);
        return (phase, sway) =>
        {
            var lean = Mix(StandingLeanDegrees, deepestLean, phase) + sway.Trunk;
            var left = KneeAt(plan.RangeDegrees + half, phase, sway);
            var right = KneeAt(plan.RangeDegrees - half, phase, sway);
            var arms = Mix(HangingArm, reachingArm, phase);
            return Planted(body, (left, right), lean, ShankShare * (left + right) / 2, arms, sway) with
            {
                TrunkSideLeanDegrees = plan.TrunkSideLeanDegrees * phase,
            };
        };
    }

    public static PostureCurve SitToStand(BodySize body, RepetitionPlan plan) => (phase, sway) =>
    {
        var knee = MathF.Max(0, SeatedKneeDegrees - (plan.RangeDegrees * MinimumJerk.At((phase - 0.15f) / 0.85f)) + sway.Knee);
        var bent = knee / SeatedKneeDegrees;
        var shankForward = (ShankShare * knee) - (((ShankShare * SeatedKneeDegrees) - 5) * bent * bent * bent);
        var upright = Mix(SeatedLeanDegrees, StandingLeanDegrees, phase);
        var lean = Mix(upright, plan.TrunkLeanDegrees ?? 36, LeanToRise(phase)) + sway.Trunk;
        return Planted(body, (knee, knee), lean, shankForward, Mix(ArmOnThigh, HangingArm, phase), sway) with
        {
            TrunkSideLeanDegrees = plan.TrunkSideLeanDegrees * LeanToRise(phase),
        };
    };

    public static PostureCurve KneeExtension(BodySize body, Side side, RepetitionPlan plan)
    {
        var seat = SitToStand(body, new RepetitionPlan());
        var lean = (plan.TrunkLeanDegrees ?? SeatedLeanDegrees) - SeatedLeanDegrees;
        return (phase, sway) =>
        {
            var seated = Leaning(seat(0, sway with { Knee = 0 }), lean * phase) with { TrunkSideLeanDegrees = Aside(plan, side, phase) };
            var straightening = (plan.RangeDegrees - sway.Knee) * phase;
            return side == Side.Left
                ? seated with { Support = Support.RightFoot, LeftLeg = Straightened(seated.LeftLeg, straightening, phase) }
                : seated with { Support = Support.LeftFoot, RightLeg = Straightened(seated.RightLeg, straightening, phase) };
        };
    }

    public static PostureCurve ShoulderAbduction(BodySize body, Side side, RepetitionPlan plan)
    {
        var stand = Squat(body, new RepetitionPlan());
        var lean = (plan.TrunkLeanDegrees ?? StandingLeanDegrees) - StandingLeanDegrees;
        var half = side == Side.Both ? plan.SideDifferenceDegrees / 2 : 0;
        return (phase, sway) =>
        {
            var standing = Leaning(stand(0, sway), lean * phase);
            return standing with
            {
                TrunkSideLeanDegrees = Aside(plan, side, phase),
                LeftArm = side == Side.Right ? standing.LeftArm : Raised(plan.RangeDegrees + half, phase, sway.Arm),
                RightArm = side == Side.Left ? standing.RightArm : Raised(plan.RangeDegrees - half, phase, -sway.Arm),
            };
        };
    }

    private static Posture Planted(
        BodySize body, (float Left, float Right) knees, float lean, float shankForward, ArmPosture arms, SwayOffsets sway)
    {
        var thighBack = ((knees.Left + knees.Right) / 2) - shankForward;
        var ankleAhead = (body.Thigh * MathF.Sin(Angle.Radians(thighBack))) - (body.Shank * MathF.Sin(Angle.Radians(shankForward)));
        var (left, right) = Stance.Plant(body, knees.Left, knees.Right, lean, ankleAhead);
        return new Posture
        {
            LeftLeg = left,
            RightLeg = right,
            LeftArm = Swayed(arms, sway.Arm),
            RightArm = Swayed(arms, -sway.Arm),
            TrunkLeanDegrees = lean,
        };
    }

    private static float KneeAt(float deepest, float phase, SwayOffsets sway) =>
        MathF.Max(0, Mix(StandingKneeDegrees, deepest, phase) + sway.Knee);

    /// <summary>People bring the trunk forward before they leave the seat, and straighten it as they rise.</summary>
    private static float LeanToRise(float phase) =>
        phase < 0.35f ? MinimumJerk.At(phase / 0.35f) : 1 - MinimumJerk.At((phase - 0.35f) / 0.65f);

    private static float Aside(RepetitionPlan plan, Side side, float phase) =>
        (side == Side.Right ? -1 : 1) * plan.TrunkSideLeanDegrees * phase;

    /// <summary>The trunk leaned further over legs that stay where they are.</summary>
    private static Posture Leaning(in Posture posture, float degrees) => posture with
    {
        TrunkLeanDegrees = posture.TrunkLeanDegrees + degrees,
        LeftLeg = posture.LeftLeg with { HipFlexionDegrees = posture.LeftLeg.HipFlexionDegrees + degrees },
        RightLeg = posture.RightLeg with { HipFlexionDegrees = posture.RightLeg.HipFlexionDegrees + degrees },
    };

    private static ArmPosture Raised(float abductionDegrees, float phase, float sway) =>
        Swayed(Mix(HangingArm, new ArmPosture(0, abductionDegrees, 5), phase), sway);

    private static LegPosture Straightened(LegPosture leg, float degrees, float phase) => leg with
    {
        KneeFlexionDegrees = leg.KneeFlexionDegrees - degrees,
        AnkleDorsiflexionDegrees = Mix(leg.AnkleDorsiflexionDegrees, 0, phase),
    };

    private static ArmPosture Swayed(ArmPosture arm, float degrees) =>
        arm with { ShoulderAbductionDegrees = arm.ShoulderAbductionDegrees + degrees };

    internal static ArmPosture Mix(ArmPosture from, ArmPosture to, float part) => new(
        Mix(from.ShoulderFlexionDegrees, to.ShoulderFlexionDegrees, part),
        Mix(from.ShoulderAbductionDegrees, to.ShoulderAbductionDegrees, part),
        Mix(from.ElbowFlexionDegrees, to.ElbowFlexionDegrees, part));

    internal static float Mix(float from, float to, float part) => from + ((to - from) * part);
}
