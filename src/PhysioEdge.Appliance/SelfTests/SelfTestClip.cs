using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Appliance.SelfTests;

/// <summary>A part of the course that every box films: two repetitions of an exercise.</summary>
internal sealed record SelfTestClip(ScriptedExercise Exercise, ExerciseKind Kind, Side Side, float YawDegrees, float RangeDegrees)
{
    private const double RateHz = 15;
    private const int Repetitions = 2;

    /// <summary>Gets the course: each joint moves, seen from the front, obliquely and from the side.</summary>
    public static IReadOnlyList<SelfTestClip> Course { get; } =
    [
        new(ScriptedExercise.Squat, ExerciseKind.Squat, Side.Both, 40, 95),
        new(ScriptedExercise.SitToStand, ExerciseKind.SitToStand, Side.Both, 60, 88),
        new(ScriptedExercise.KneeExtension, ExerciseKind.KneeExtension, Side.Left, 80, 75),
        new(ScriptedExercise.ShoulderAbduction, ExerciseKind.ShoulderAbduction, Side.Both, 0, 120),
    ];

    /// <summary>Films it; the same at each call.</summary>
    public PhantomCamera Open()
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 1) { SwayDegrees = 1 };
        var motion = (Exercise is ScriptedExercise.SitToStand or ScriptedExercise.KneeExtension ? script.SitStill(1) : script.StandStill(1))
            .Repeat(Exercise, Side, Repetitions, new RepetitionPlan { RangeDegrees = RangeDegrees })
            .Rest(0.5)
            .Build();
        return new PhantomCamera(new PhantomScene { Patient = new PhantomFigure(motion), View = new CameraView { YawDegrees = YawDegrees } }, RateHz);
    }
}
