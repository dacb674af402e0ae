using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation;

/// <summary>The patient of the default run: a set of five good squats, then one with a range that shrinks and given up after three.</summary>
public static class SimulatedPatient
{
    private static readonly float[] FirstSet = [112, 113, 111, 112, 112];
    private static readonly float[] SecondSet = [112, 92, 70];

    /// <summary>The patient's room as a camera at an angle sees it.</summary>
    public static PhantomScene Scene() => new()
    {
        Patient = new PhantomFigure(Script()),
        View = new CameraView { YawDegrees = 65 },
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
