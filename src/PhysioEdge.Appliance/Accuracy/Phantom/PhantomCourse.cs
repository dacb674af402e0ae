using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>What the phantom does before every camera: some steps towards yaw 0, then every exercise.</summary>
internal static class PhantomCourse
{
    /// <summary>What stands for the time between the exercises.</summary>
    public const string AtRest = "at rest";

    private const float WalkMetres = 0.8f;

    public static MotionScript Of(BodySize body)
    {
        return new MotionScriptBuilder(body, seed: 1) { SwayDegrees = 1, Start = new FloorPlace(-WalkMetres, 0, 0) }
            .StandStill(0.5)
            .Walk(new WalkPlan(), new FloorPoint(0, 0))
            .Repeat(ScriptedExercise.Squat, Side.Both, Plan(95))
            .Repeat(ScriptedExercise.ShoulderAbduction, Side.Both, Plan(110))
            .Repeat(ScriptedExercise.Marching, Side.Left, Plan(80))
            .Repeat(ScriptedExercise.Marching, Side.Right, Plan(80))
            .Repeat(ScriptedExercise.SingleLegStance, Side.Left, Plan(75) with { HoldSeconds = 1.2 })
            .Repeat(ScriptedExercise.SitToStand, Side.Both, Plan(88))
            .Repeat(ScriptedExercise.KneeExtension, Side.Left, Plan(75))
            .Repeat(ScriptedExercise.KneeExtension, Side.Right, Plan(75))
            .Build();
    }

    /// <summary>The same, crooked: far to the side, one leg far deeper than the other, limping badly.</summary>
    public static MotionScript Crooked(BodySize body)
    {
        return new MotionScriptBuilder(body, seed: 1) { SwayDegrees = 1, Start = new FloorPlace(-WalkMetres, 0, 0) }
            .StandStill(0.5)
            .Walk(new WalkPlan { SpeedMetresPerSecond = 0.6f, Limp = new Limp(Side.Left, 1) }, new FloorPoint(0, 0))
            .Repeat(ScriptedExercise.Squat, Side.Both, Plan(80) with { SideDifferenceDegrees = 40, TrunkSideLeanDegrees = 25 })
            .Repeat(ScriptedExercise.ShoulderAbduction, Side.Both, Plan(100) with { SideDifferenceDegrees = 60, TrunkSideLeanDegrees = 20 })
            .Repeat(ScriptedExercise.Marching, Side.Left, Plan(80) with { TrunkLeanDegrees = 30, TrunkSideLeanDegrees = -20 })
            .Repeat(ScriptedExercise.Marching, Side.Right, Plan(50) with { TrunkLeanDegrees = -15 })
            .Repeat(ScriptedExercise.SitToStand, Side.Both, Plan(88) with { TrunkLeanDegrees = 75, TrunkSideLeanDegrees = 20 })
            .Build();
    }

    /// <summary>The exercise of a moment, or <see cref="AtRest"/>.</summary>
    public static string ExerciseAt(MotionScript script, TimeSpan time)
    {
        if (script.Steps is [var first, .., var last] && time >= first.ToeOff && time < last.InitialContact)
            return NameOf(ScriptedExercise.Walking);
        return script.Repetitions.FirstOrDefault(r => time >= r.Start && time < r.End) is { } repetition ? NameOf(repetition.Exercise) : AtRest;
    }

    public static string NameOf(ScriptedExercise exercise) => JsonNamingPolicy.KebabCaseLower.ConvertName(exercise.ToString());

    private static RepetitionPlan Plan(float range) => new() { RangeDegrees = range, OutSeconds = 1, HoldSeconds = 0.3, BackSeconds = 1, PauseSeconds = 0.3 };
}
