using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.TimedTests;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Appliance.Tests.Sessions;

public class TimedTestTests
{
    private static readonly WalkPlan Slow = new() { SpeedMetresPerSecond = 0.8f };

    [Fact]
    public async Task Up_and_go_is_timed_from_the_seat_to_the_seat_with_its_parts()
    {
        var script = Script().SitStill(2).Walk(Slow, new FloorPoint(3, 0), new FloorPoint(0, 0)).TurnTo(0).SitStill(3).Build();

        var test = Assert.Single(await TakenAsync(script), t => t.Test == TimedTest.TimedUpAndGo);

        // Two seconds of sitting before it, three after it, and nothing else is not part of it.
        Assert.Equal(script.Duration.TotalSeconds - 5, test.Result, 1.2);
        Assert.True(test.IsValid, string.Join(", ", test.Remarks));
        Assert.Equal(["standing up", "walking there", "walking back", "sitting down"], test.Phases.Select(p => p.Name));
        Assert.InRange(test.Phases[1].Seconds, 2, 8);
    }

    [Fact]
    public async Task Standing_up_five_times_is_a_five_times_sit_to_stand_whoever_asked_for_it()
    {
        var script = Script().SitStill(2);
        for (var i = 0; i < 5; i++)
            script.Repeat(ScriptedExercise.SitToStand, Side.Both, new RepetitionPlan { RangeDegrees = 88, OutSeconds = 0.9, HoldSeconds = 0.2, BackSeconds = 0.9, PauseSeconds = 0.3 });

        var test = Assert.Single(await TakenAsync(script.SitStill(2).Build()), t => t.Test == TimedTest.FiveTimesSitToStand);

        // The first twentieth of the way up and the last tenth are too slow to be seen as movement.
        Assert.Equal((4 * 2.3) + 0.9, test.Result, 0.7);
    }

    [Fact]
    public async Task Squats_and_a_walk_are_no_test()
    {
        var script = Script().StandStill(1).Repeat(ScriptedExercise.Squat, Side.Both, 5, new RepetitionPlan()).Walk(Slow, new FloorPoint(2, 0)).StandStill(1);

        Assert.Empty(await TakenAsync(script.Build()));
    }

    private static MotionScriptBuilder Script() => new(new BodySize(), seed: 3) { SwayDegrees = 0.5f };

    private static async Task<IReadOnlyList<TimedTestResult>> TakenAsync(MotionScript script)
    {
        var pipeline = new SessionPipeline(exercise: null);
        await using var camera = new PhantomCamera(new PhantomScene { Patient = new PhantomFigure(script) }, 15);
        foreach (var pose in Truth.Poses(camera))
            pipeline.Process(pose);
        pipeline.Finish();
        return pipeline.TimedTests;
    }
}
