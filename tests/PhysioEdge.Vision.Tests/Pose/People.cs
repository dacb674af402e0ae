using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>Phantom people in a room.</summary>
internal static class People
{
    public static readonly Appearance OtherClothes = new()
    {
        Shirt = new Rgb(170, 60, 50),
        Shorts = new Rgb(120, 110, 90),
        Hair = new Rgb(190, 160, 110),
    };

    /// <summary>A patient alone who does one squat.</summary>
    public static PhantomScene Squatting(CameraView view) => new()
    {
        Patient = new PhantomFigure(new MotionScriptBuilder(new BodySize(), seed: 1).StandStill(0.3).Repeat(
            ScriptedExercise.Squat, Side.Both, new RepetitionPlan { RangeDegrees = 90, OutSeconds = 1.2, HoldSeconds = 0.2, BackSeconds = 1.2 }).Build()),
        View = view,
    };

    /// <summary>Somebody who stands as long as that.</summary>
    public static PhantomFigure Standing(double seconds, Appearance? clothes = null, params FloorWaypoint[] path)
    {
        var figure = new PhantomFigure(new MotionScriptBuilder(new BodySize(), seed: 2) { SwayDegrees = 1 }.StandStill(seconds).Build())
        {
            Appearance = clothes ?? new Appearance(),
        };
        return path.Length == 0 ? figure : figure with { Path = path };
    }
}
