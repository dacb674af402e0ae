using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Benchmarks.Setup;

/// <summary>Scenes that do not change when the demo does.</summary>
internal static class PhantomScenes
{
    private const int Repetitions = 5;
    private const float WalkMetres = 2.4f;

    /// <summary>Somebody doing that exercise from the first moment on.</summary>
    public static PhantomScene Doing(ScriptedExercise exercise) => exercise switch
    {
        ScriptedExercise.Walking => Of(
            new MotionScriptBuilder(new BodySize(), seed: 1) { SwayDegrees = 1, Start = new FloorPlace(-WalkMetres / 2, 0, 0) }
                .Walk(new WalkPlan(), new FloorPoint(WalkMetres / 2, 0), new FloorPoint(-WalkMetres / 2, 0))) with
        {
            View = new CameraView { YawDegrees = 30, DistanceMetres = 4.5f },
        },
        ScriptedExercise.Squat or ScriptedExercise.SitToStand => Of(Builder().Repeat(exercise, Side.Both, Repetitions, Plan(88))),
        _ => Of(Builder().Repeat(exercise, Side.Left, Repetitions, Plan(75))),
    };

    /// <summary>Squats, and somebody who walks by behind.</summary>
    public static PhantomScene WithAnother()
    {
        var scene = Doing(ScriptedExercise.Squat);
        return scene with { Others = [PhantomFigure.WalkingThrough(scene.View, -1, TimeSpan.Zero)] };
    }

    private static MotionScriptBuilder Builder() => new(new BodySize(), seed: 1) { SwayDegrees = 1 };

    private static RepetitionPlan Plan(float range) => new() { RangeDegrees = range };

    private static PhantomScene Of(MotionScriptBuilder script) => new()
    {
        Patient = new PhantomFigure(script.Build()),
        View = new CameraView { YawDegrees = 65 },
    };
}
