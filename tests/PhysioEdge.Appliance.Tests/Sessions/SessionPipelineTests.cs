using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using CameraView = PhysioEdge.Simulation.Rendering.CameraView;

namespace PhysioEdge.Appliance.Tests.Sessions;

public class SessionPipelineTests
{
    private const string Plan =
        """
        {"patient": "pt-1", "version": 1, "exercises": [
          {"exercise": "squat", "side": "both", "sets": 2, "reps": 3, "max_pause_s": 6, "measures": []},
          {"exercise": "single-leg-stance", "side": "both", "sets": 1, "reps": 2, "measures": []}]}
        """;

    [Fact]
    public void A_set_ends_with_its_pause_although_the_patient_rests_on_one_leg()
    {
        var squat = new RepetitionPlan();
        var script = new MotionScriptBuilder(new BodySize(), seed: 3) { SwayDegrees = 0.5f }.StandStill(2)
            .Repeat(ScriptedExercise.Squat, Side.Both, 3, squat)
            .Repeat(ScriptedExercise.SingleLegStance, Side.Left, squat with { RangeDegrees = 70, HoldSeconds = 12 })
            .Repeat(ScriptedExercise.Squat, Side.Both, 3, squat)
            .Build();
        var camera = new PhantomCamera(new PhantomScene { Patient = new PhantomFigure(script), View = new CameraView { YawDegrees = 50 } }, Truth.RateHz);
        var pipeline = new SessionPipeline(
            PlanLimits.Of(CarePlanReader.Read(Plan, "plan.json").Value!), TimeSpan.FromMinutes(5), static _ => "s-1");

        var endedDuringTheHold = 0;
        Session? session = null;
        foreach (var pose in Truth.Poses(camera))
        {
            session = pipeline.Process(pose).Session ?? session;
            if (pose.CapturedAt < script.Repetitions[3].End)
                endedDuringTheHold = session?.Monitors[0].EndedSets ?? 0;
        }

        Assert.Equal(1, endedDuringTheHold);
        Assert.Equal(3, session!.Monitors[0].CurrentSet.Count);
    }

    [Fact]
    public void In_the_default_session_the_rest_between_the_squats_makes_two_sets_of_five()
    {
        var plan = CarePlanFiles.Read(Path.Combine(Repository.Root, "device-config", "careplans", "pt-demo.json"));
        var pipeline = new SessionPipeline(PlanLimits.Of(plan), TimeSpan.FromMinutes(5), static _ => "s-1");
        var sets = new List<(int Ended, int Repetitions)>();

        foreach (var pose in Truth.Poses(new PhantomCamera(SimulatedPatient.Scene(), Truth.RateHz)))
        {
            if (pipeline.Process(pose).Session is { } session)
                sets.Add((session.Monitors[0].EndedSets, session.Monitors[0].CurrentSet.Count));
        }

        Assert.Equal([(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (2, 0)], sets.Distinct());
    }
}
