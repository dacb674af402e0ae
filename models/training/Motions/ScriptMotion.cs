using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Training.Motions;

/// <summary>What the simulated patient does too: walking, sitting, and the exercises; trunk and arms in any manner.</summary>
internal sealed class ScriptMotion : IFilmable
{
    private readonly MotionScript _script;
    private readonly ArmStyle? _arms;
    private readonly Wander _sideLean;
    private readonly Wander _lean;
    private readonly Wander _turn;
    private readonly Wander _swing;
    private readonly double _start;
    private readonly float _steadyLean;

    private ScriptMotion(MotionScript script, SeededNumbers numbers, double seconds, bool restless)
    {
        _script = script;
        Seconds = Math.Min(seconds, script.Duration.TotalSeconds);
        _start = numbers.Between(0f, (float)(script.Duration.TotalSeconds - Seconds));
        _arms = numbers.Chance(0.4f) ? ArmStyle.Any(numbers) : null;
        _steadyLean = numbers.Chance(0.3f) ? numbers.Between(-5f, 25f) : 0;
        _sideLean = new Wander(numbers, restless && numbers.Chance(0.4f) ? numbers.Between(2f, 12f) : 1, 0.2f, 1.2f);
        _lean = new Wander(numbers, restless ? numbers.Between(0.5f, 4f) : 1, 0.2f, 2f);
        _turn = new Wander(numbers, restless ? numbers.Between(1f, 8f) : 1, 0.2f, 1.2f);
        _swing = new Wander(numbers, numbers.Between(0f, 12f), 0.3f, 1.2f);
    }

    public double Seconds { get; }

    public IReadOnlyList<GaitEvent>? Steps => [.. _script.Steps.SelectMany(step => (GaitEvent[])
        [Event(step.Side, GaitEventKind.ToeOff, step.ToeOff), Event(step.Side, GaitEventKind.InitialContact, step.InitialContact)])];

    public static ScriptMotion Walking(BodySize body, SeededNumbers n, double seconds)
    {
        var builder = new MotionScriptBuilder(body, (int)(n.Next() & 0xffff)) { SwayDegrees = n.Between(0.3f, 2f), Start = new FloorPlace(n.Between(-2f, 2f), n.Between(-1.5f, 1.5f), n.Between(-180f, 180f)) };
        if (n.Chance(0.3f))
            builder.StandStill(n.Between(0.5f, 3f));
        var speed = n.Between(0.3f, 1.7f);
        var plan = new WalkPlan
        {
            SpeedMetresPerSecond = speed,
            CadencePerMinute = n.Chance(0.5f) ? Math.Clamp(n.Between(75f, 140f), speed * 60 / 0.8f, Math.Max(speed * 60 / 0.8f, speed * 60 / 0.2f)) : null,
            Limp = n.Chance(0.25f) ? new Limp(n.Chance(0.5f) ? Side.Left : Side.Right, n.Between(0.1f, 0.9f)) : null,
        };
        while (DurationOf(builder) < seconds + 2)
            builder.Walk(plan, new FloorPoint(n.Between(-3f, 3f), n.Between(-2.5f, 2.5f)));
        return new ScriptMotion(builder.Build(), n, seconds, restless: true);
    }

    public static ScriptMotion Exercising(BodySize body, SeededNumbers n, double seconds)
    {
        var exercise = n.Pick<ScriptedExercise>([
            ScriptedExercise.Squat, ScriptedExercise.SitToStand, ScriptedExercise.SitToStand, ScriptedExercise.SitToStand,
            ScriptedExercise.KneeExtension, ScriptedExercise.ShoulderAbduction, ScriptedExercise.Marching, ScriptedExercise.SingleLegStance]);
        var either = n.Chance(0.5f) ? Side.Left : Side.Right;
        var builder = new MotionScriptBuilder(body, (int)(n.Next() & 0xffff)) { SwayDegrees = n.Between(0.3f, 2f), TremorDegrees = n.Chance(0.2f) ? n.Between(0.2f, 1f) : 0 };
        _ = exercise is ScriptedExercise.SitToStand or ScriptedExercise.KneeExtension ? builder.SitStill(n.Between(0.3f, 2f)) : builder.StandStill(n.Between(0.3f, 2f));
        while (DurationOf(builder) < seconds + 2)
        {
            builder.Repeat(exercise, exercise is ScriptedExercise.Squat or ScriptedExercise.SitToStand ? Side.Both : exercise is ScriptedExercise.ShoulderAbduction && n.Chance(0.5f) ? Side.Both : either, new RepetitionPlan
            {
                RangeDegrees = Range(exercise, n),
                OutSeconds = n.Between(0.5f, 1.8f),
                HoldSeconds = n.Chance(0.2f) ? n.Between(0.5f, 3f) : n.Between(0f, 0.4f),
                BackSeconds = n.Between(0.5f, 1.8f),
                PauseSeconds = n.Between(0f, 1.2f),
                SideDifferenceDegrees = exercise is ScriptedExercise.Squat && n.Chance(0.4f) ? n.Between(-25f, 25f) : 0,
                TrunkLeanDegrees = exercise is ScriptedExercise.SitToStand ? n.Between(15f, 65f) : null,
                TrunkSideLeanDegrees = n.Chance(0.3f) ? n.Between(-12f, 12f) : 0,
            });
        }

        return new ScriptMotion(builder.Build(), n, seconds, restless: false);
    }

    public BodySize Body => _script.Body;

    public FloorPlace? Seat => _script.Seat;

    public void Pose(double seconds, Skeleton skeleton)
    {
        Kinematics.Pose(_script.Body, At(seconds), skeleton);
        if (_arms is { } arms)
            ForearmTurn.Apply(skeleton, arms);
    }

    public Posture At(double seconds)
    {
        var posture = _script.PostureAt(TimeSpan.FromSeconds(_start + seconds));
        var (lean, swing) = (_steadyLean + _lean.At(seconds), _swing.At(seconds));
        return posture with
        {
            TrunkLeanDegrees = posture.TrunkLeanDegrees + lean,
            LeftLeg = posture.LeftLeg with { HipFlexionDegrees = posture.LeftLeg.HipFlexionDegrees + lean },
            RightLeg = posture.RightLeg with { HipFlexionDegrees = posture.RightLeg.HipFlexionDegrees + lean },
            TrunkSideLeanDegrees = posture.TrunkSideLeanDegrees + _sideLean.At(seconds),
            TrunkTurnDegrees = posture.TrunkTurnDegrees + _turn.At(seconds),
            LeftArm = Swung(_arms?.Left ?? posture.LeftArm, swing),
            RightArm = Swung(_arms?.Right ?? posture.RightArm, -swing),
        };
    }

    private GaitEvent Event(Side side, GaitEventKind kind, TimeSpan at) => new(side, kind, at - TimeSpan.FromSeconds(_start), at);

    private static double DurationOf(MotionScriptBuilder builder)
    {
        try
        {
            return builder.Build().Duration.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static ArmPosture Swung(ArmPosture arm, float degrees) => arm with { ShoulderFlexionDegrees = arm.ShoulderFlexionDegrees + degrees };

    private static float Range(ScriptedExercise exercise, SeededNumbers n) => exercise switch
    {
        ScriptedExercise.Squat => n.Between(35f, 120f),
        ScriptedExercise.SitToStand => n.Between(84f, 89f),
        ScriptedExercise.KneeExtension => n.Between(30f, 88f),
        ScriptedExercise.ShoulderAbduction => n.Between(40f, 165f),
        ScriptedExercise.Marching => n.Between(40f, 105f),
        _ => n.Between(50f, 95f),
    };
}
