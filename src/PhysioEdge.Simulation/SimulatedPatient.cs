using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation;

/// <summary>The patient of the default run: one session of a few minutes, in which some things go well and some do not.</summary>
public static class SimulatedPatient
{
    private const float SideOn = -60;
    private const float HalfSideOn = -45;
    private const float NearlyFacing = -20;

    private static readonly CameraView View = new() { DistanceMetres = 3.2f };
    private static readonly FloorPoint Outside = new(0, -1.9f);
    private static readonly FloorPoint FarOutside = new(0, -4.2f);
    private static readonly FloorPoint Centre = new(0, 0);

    /// <summary>The patient's room as the camera sees it; somebody walks by behind the patient in the first set.</summary>
    public static PhantomScene Scene() => new()
    {
        Patient = new PhantomFigure(Script()),
        Others = [PhantomFigure.WalkingThrough(View, nearerMetres: -1.2f, TimeSpan.FromSeconds(15)) with { Appearance = Colleague }],
        View = View,
    };

    private static Appearance Colleague => new() { Shirt = new Rgb(196, 92, 74), Hair = new Rgb(38, 32, 30), Shorts = new Rgb(96, 88, 80) };

    private static MotionScript Script()
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 1) { SwayDegrees = 1, Start = new FloorPlace(Outside.AheadMetres, Outside.LeftMetres, 90) };
        script.StandStill(1).Walk(new WalkPlan(), Centre).TurnTo(SideOn).StandStill(2);
        Squats(script, 112, 113, 111, 112, 112);
        script.Rest(14);
        Squats(script, 112, 110, 98, 84, 70);
        SeatedExercises(script.Rest(6));
        StandingExercises(script.TurnTo(NearlyFacing).StandStill(2));
        return script.Walk(new WalkPlan(), Outside).StandStill(6).Build();
    }

    private static void Squats(MotionScriptBuilder script, params IEnumerable<float> depths)
    {
        foreach (var depth in depths)
            script.Repeat(ScriptedExercise.Squat, Side.Both, new RepetitionPlan { RangeDegrees = depth });
    }

    /// <summary>Standing up and sitting down, hurried in the end; then three of five knee extensions.</summary>
    private static void SeatedExercises(MotionScriptBuilder script)
    {
        var calm = new RepetitionPlan { RangeDegrees = 85 };
        var hurried = calm with { OutSeconds = 0.5, HoldSeconds = 0.05, BackSeconds = 0.45, PauseSeconds = 0.4 };
        script.Repeat(ScriptedExercise.SitToStand, Side.Both, 2, calm).Repeat(ScriptedExercise.SitToStand, Side.Both, 3, hurried);
        script.Rest(4).Repeat(ScriptedExercise.KneeExtension, Side.Left, 3, new RepetitionPlan { RangeDegrees = 70 }).Rest(3);
    }

    /// <summary>An arm raised, in the end with the trunk; marching, interrupted by a walk out of the picture and heavy steps back; standing on one leg.</summary>
    private static void StandingExercises(MotionScriptBuilder script)
    {
        var raised = new RepetitionPlan { RangeDegrees = 115 };
        script.Repeat(ScriptedExercise.ShoulderAbduction, Side.Left, 3, raised);
        script.Repeat(ScriptedExercise.ShoulderAbduction, Side.Left, 3, raised with { TrunkSideLeanDegrees = -22 });

        var lift = new RepetitionPlan { RangeDegrees = 80, OutSeconds = 0.7, HoldSeconds = 0.1, BackSeconds = 0.6, PauseSeconds = 0.1 };
        script.Rest(6).Repeat(ScriptedExercise.Marching, Side.Both, 6, lift).Rest(1);
        script.Walk(new WalkPlan(), FarOutside).StandStill(1).Walk(new WalkPlan { TreadFactor = 2.7f }, Centre).TurnTo(NearlyFacing).Rest(1);
        script.Repeat(ScriptedExercise.Marching, Side.Both, 4, lift);

        var balance = new RepetitionPlan { RangeDegrees = 80, HoldSeconds = 11 };
        script.Rest(3).TurnTo(HalfSideOn).Rest(2).Repeat(ScriptedExercise.SingleLegStance, Side.Left, balance);
        script.Rest(2).Repeat(ScriptedExercise.SingleLegStance, Side.Right, balance).Rest(3);
    }
}
