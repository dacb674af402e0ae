using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation;

/// <summary>The patient of the default run: two sets of squats, the second with a range that shrinks and one repetition too few.</summary>
public static class SimulatedPatient
{
    private static readonly float[] FirstSet = [112, 113, 111, 112, 110];
    private static readonly float[] SecondSet = [110, 96, 84, 78];

    /// <summary>The patient's room as a camera at an angle sees it.</summary>
    public static PhantomScene Scene() => new()
    {
        Patient = new PhantomFigure(Script()),
        View = new CameraView { YawDegrees = 35 },
    };

    private static MotionScript Script()
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 1) { SwayDegrees = 1 }.StandStill(3);
        foreach (var depth in FirstSet)
            script.Repeat(ScriptedExercise.Squat, Side.Both, new RepetitionPlan { RangeDegrees = depth });
        script.Rest(24);
        foreach (var depth in SecondSet)
            script.Repeat(ScriptedExercise.Squat, Side.Both, new RepetitionPlan { RangeDegrees = depth });
        return script.Rest(45).Build();
    }
}
