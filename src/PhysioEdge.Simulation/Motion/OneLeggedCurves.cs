using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>
/// The movements in which one foot leaves the floor: the weight goes over the other one first, and the pelvis stays as high as
/// that leg's knee makes it.
/// </summary>
internal sealed class OneLeggedCurves
{
    /// <summary>The phase at which the foot leaves the floor; by then half of the weight has gone over.</summary>
    public const float LiftPhase = 0.12f;

    private const float ShiftPhase = 0.35f;

    private readonly BodySize _body;
    private readonly float _lifted;
    private readonly RepetitionPlan _plan;
    private readonly PostureCurve _stand;
    private readonly Shape _shape;

    private OneLeggedCurves(BodySize body, Side lifted, RepetitionPlan plan, Shape shape)
    {
        (_body, _plan, _shape) = (body, plan, shape);
        _lifted = lifted == Side.Left ? 1 : -1;
        _stand = PostureCurves.Squat(body, new RepetitionPlan());
    }

    public static PostureCurve Marching(BodySize body, Side lifted, RepetitionPlan plan)
    {
        var shape = new Shape { Shift = 0.5f, Hike = 3, ShankBack = 5, PlantarFlexion = 12, Arms = MarchingArms, SideLean = plan.TrunkSideLeanDegrees };
        var (low, high) = (0f, 150f);
        for (var i = 0; i < 24; i++)
        {
            var middle = (low + high) / 2;
            if (HipAtTop(body, lifted, new OneLeggedCurves(body, lifted, plan, shape with { Thigh = middle })) < plan.RangeDegrees)
                low = middle;
            else
                high = middle;
        }

        return new OneLeggedCurves(body, lifted, plan, shape with { Thigh = low }).At;
    }

    public static PostureCurve SingleLegStance(BodySize body, Side stoodOn, RepetitionPlan plan)
    {
        const float thigh = 15;
        var lifted = stoodOn == Side.Left ? Side.Right : Side.Left;
        var shape = new Shape
        {
            Thigh = thigh,
            Shift = 0.8f,
            Hike = 1,
            ShankBack = plan.RangeDegrees - thigh,
            PlantarFlexion = 15,
            Unsteadiness = 1,
            Arms = BalancingArms,
            SideLean = -plan.TrunkSideLeanDegrees,
        };
        return new OneLeggedCurves(body, lifted, plan, shape).At;
    }

    private static float HipAtTop(BodySize body, Side lifted, OneLeggedCurves curves)
    {
        var skeleton = new Skeleton();
        Kinematics.Pose(body, curves.At(1, default), skeleton);
        var angles = TrueAngles.Of(skeleton);
        return lifted == Side.Left ? angles.HipLeft : angles.HipRight;
    }

    private Posture At(float phase, SwayOffsets sway)
    {
        var standing = _stand(0, sway);
        var wobble = _shape.Unsteadiness * sway.Balance * phase;
        var pelvis = Pelvis(standing, phase, wobble);
        var lean = standing.TrunkLeanDegrees + (phase * ((_plan.TrunkLeanDegrees ?? PostureCurves.StandingLeanDegrees) - PostureCurves.StandingLeanDegrees));
        var free = LegReach.Find(_body, pelvis, lean, _lifted, FreeFoot(pelvis, phase));
        var planted = LegReach.Find(_body, pelvis, lean, -_lifted, LegReach.AtHome(_body, -_lifted));
        var (leftArm, rightArm) = _shape.Arms(standing, phase, _lifted, wobble);
        return standing with
        {
            Support = Support.Placed,
            Pelvis = pelvis,
            LeftLeg = _lifted > 0 ? free : planted,
            RightLeg = _lifted > 0 ? planted : free,
            LeftArm = leftArm,
            RightArm = rightArm,
            TrunkLeanDegrees = lean,
            TrunkSideLeanDegrees = (_lifted * _shape.SideLean * phase) - (1.5f * wobble),
        };
    }

    /// <summary>Over the planted foot, at the height at which that leg's knee is bent as when standing.</summary>
    private PelvisPosture Pelvis(in Posture standing, float phase, float wobble)
    {
        var home = Kinematics.MidHip(_body, standing);
        var shift = (_shape.Shift * MinimumJerk.At(phase / ShiftPhase) * -_lifted * _body.StanceWidth / 2) + (0.006f * _body.HeightMetres * wobble);
        var hike = _lifted * (_shape.Hike - (0.3f * MathF.Max(0, -_shape.SideLean))) * phase;
        var pelvis = new PelvisPosture(home with { X = home.X + shift }, 0, hike);
        var knee = _lifted > 0 ? standing.RightLeg.KneeFlexionDegrees : standing.LeftLeg.KneeFlexionDegrees;
        var height = LegReach.HipHeight(_body, pelvis, -_lifted, LegReach.AtHome(_body, -_lifted), knee);
        return pelvis with { MidHipMetres = pelvis.MidHipMetres with { Y = height } };
    }

    /// <summary>On its way from the floor to where it is held under the pelvis.</summary>
    private FootPlace FreeFoot(in PelvisPosture pelvis, float phase)
    {
        var home = LegReach.AtHome(_body, _lifted);
        var part = MathF.Max(0, phase - LiftPhase) / (1 - LiftPhase);
        part *= part * (2 - part);
        var thigh = Hanging(_body.Thigh, _shape.Thigh);
        var shank = Hanging(_body.Shank, -_shape.ShankBack);
        var held = LegReach.Hip(_body, pelvis, _lifted) + Vector3.Transform(thigh + shank, Angle.AboutY(home.HeadingDegrees));
        return home with
        {
            Ankle = Vector3.Lerp(home.Ankle, held, part),
            PitchDegrees = -part * (_shape.ShankBack + _shape.PlantarFlexion),
        };
    }

    private static Vector3 Hanging(float length, float forwardDegrees) =>
        Vector3.Transform(-length * Vector3.UnitY, Angle.AboutX(-forwardDegrees));

    /// <summary>The arm of the other side swings forward with the knee.</summary>
    private static (ArmPosture Left, ArmPosture Right) MarchingArms(Posture standing, float phase, float lifted, float wobble)
    {
        var ahead = PostureCurves.Mix(standing.LeftArm, standing.LeftArm with { ShoulderFlexionDegrees = 26, ElbowFlexionDegrees = 45 }, phase);
        var behind = PostureCurves.Mix(standing.RightArm, standing.RightArm with { ShoulderFlexionDegrees = -16, ElbowFlexionDegrees = 28 }, phase);
        return lifted > 0 ? (behind, ahead) : (ahead, behind);
    }

    /// <summary>A little out, rising and falling against each other.</summary>
    private static (ArmPosture Left, ArmPosture Right) BalancingArms(Posture standing, float phase, float lifted, float wobble)
    {
        static ArmPosture Out(ArmPosture arm, float phase, float more) => PostureCurves.Mix(
            arm, arm with { ShoulderAbductionDegrees = 24 + more, ElbowFlexionDegrees = 22 }, phase);
        return (Out(standing.LeftArm, phase, 5 * wobble), Out(standing.RightArm, phase, -5 * wobble));
    }

    /// <summary>What tells one such movement from another; angles in degrees at the far point.</summary>
    private readonly record struct Shape
    {
        /// <summary>Gets how far the pelvis goes over the planted foot, as a part of the way there.</summary>
        public float Shift { get; init; }

        /// <summary>Gets how much higher the lifted side of the pelvis is.</summary>
        public float Hike { get; init; }

        /// <summary>Gets how far the thigh is forward of vertical.</summary>
        public float Thigh { get; init; }

        /// <summary>Gets how far the shank is back from vertical.</summary>
        public float ShankBack { get; init; }

        public float PlantarFlexion { get; init; }

        public float Unsteadiness { get; init; }

        /// <summary>Gets the lean of the trunk towards the lifted side.</summary>
        public float SideLean { get; init; }

        public Func<Posture, float, float, float, (ArmPosture Left, ArmPosture Right)> Arms { get; init; }
    }
}
