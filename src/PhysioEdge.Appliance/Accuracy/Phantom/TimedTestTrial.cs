using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.TimedTests;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using CameraView = PhysioEdge.Simulation.Rendering.CameraView;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>A timed test that the phantom does, whose result is known, filmed from one direction.</summary>
/// <param name="Test">The test.</param>
/// <param name="YawDegrees">From where: 0 = from in front, 90 = from the side.</param>
/// <param name="Script">What the phantom does.</param>
/// <param name="True">The true result: seconds, or the number of stands.</param>
internal sealed record TimedTestTrial(TimedTest Test, float YawDegrees, MotionScript Script, double True)
{
    private const double RestSeconds = 2;
    private const float WayMetres = 3;

    /// <summary>Gets the trials of the report.</summary>
    public static IReadOnlyList<TimedTestTrial> All { get; } = [.. ((float[])[0, 45, 90]).SelectMany(From)];

    /// <summary>Films it and takes what was noticed.</summary>
    /// <returns>The test as it was taken live, without being announced; none when it was not noticed.</returns>
    public async Task<TimedTestTrialResult> RunAsync(PoseModels models, PoseModel model, CancellationToken cancellationToken)
    {
        // From the middle of the way, so that all of it is in the picture.
        var walks = Test == TimedTest.TimedUpAndGo;
        var scene = new PhantomScene
        {
            Patient = new PhantomFigure(Script) { Path = [new FloorWaypoint(default, new FloorPlace(walks ? -WayMetres / 2 : 0, 0, 0))] },
            View = new CameraView { YawDegrees = YawDegrees, DistanceMetres = walks ? 5 : 3.3f, VerticalFieldOfViewDegrees = walks ? 46 : 43, Width = walks ? 960 : 480, Height = 640 },
        };
        var pipeline = await FilmedSession.RunAsync(scene, models, model, static _ => { }, cancellationToken);
        return new TimedTestTrialResult(this, [.. pipeline.TimedTests.Where(test => test.Test == Test).Select(test => test.Result)]);
    }

    private static IEnumerable<TimedTestTrial> From(float yaw) =>
    [
        FiveStands(yaw, 0.8, 0.3),
        FiveStands(yaw, 1.4, 0.6),
        HalfMinute(yaw, 1),
        UpAndGo(yaw, 1),
        UpAndGo(yaw, 0.5f),
        OneLeg(yaw, 3.5),
        OneLeg(yaw, 10),
    ];

    private static TimedTestTrial FiveStands(float yaw, double eachWay, double still)
    {
        var script = Begin().SitStill(RestSeconds).Repeat(ScriptedExercise.SitToStand, Side.Both, 5, Stand(eachWay, still)).SitStill(RestSeconds);
        return new TimedTestTrial(TimedTest.FiveTimesSitToStand, yaw, script.Build(), (9 * eachWay) + (8 * still));
    }

    private static TimedTestTrial HalfMinute(float yaw, double eachWay)
    {
        const double still = 0.2;
        var script = Begin().SitStill(RestSeconds).Repeat(ScriptedExercise.SitToStand, Side.Both, 15, Stand(eachWay, still)).SitStill(RestSeconds);
        var stands = Math.Floor((30 - (eachWay / 2)) / (2 * (eachWay + still))) + 1;
        return new TimedTestTrial(TimedTest.ThirtySecondChairStand, yaw, script.Build(), stands);
    }

    private static TimedTestTrial UpAndGo(float yaw, float speed)
    {
        var script = Begin().SitStill(RestSeconds)
            .Walk(new WalkPlan { SpeedMetresPerSecond = speed }, new FloorPoint(WayMetres, 0), new FloorPoint(0, 0)).TurnTo(0).SitStill(RestSeconds).Build();
        return new TimedTestTrial(TimedTest.TimedUpAndGo, yaw, script, SeatToSeat(script));
    }

    /// <summary>From the trunk's first movement to the knees' being bent as they are on the seat.</summary>
    private static double SeatToSeat(MotionScript script)
    {
        const double moved = 3;
        var camera = new PhantomCamera(new PhantomScene { Patient = new PhantomFigure(script) }, 100);
        TrueAngles[] angles = [.. Enumerable.Range(0, (int)camera.FrameCount).Select(i => camera.TruthAt(TimeSpan.FromSeconds(i / 100.0)).Angles)];
        var start = Array.FindIndex(angles, a => Math.Abs(a.Trunk - angles[0].Trunk) > moved);
        var end = Array.FindLastIndex(angles, a => Math.Abs(a.KneeLeft - angles[^1].KneeLeft) > moved);
        return (end - start) / 100.0;
    }

    private static TimedTestTrial OneLeg(float yaw, double holdSeconds)
    {
        const double lift = 0.6;
        var script = Begin().StandStill(RestSeconds)
            .Repeat(ScriptedExercise.SingleLegStance, Side.Left, new RepetitionPlan { RangeDegrees = 80, OutSeconds = lift, HoldSeconds = holdSeconds, BackSeconds = lift })
            .StandStill(RestSeconds);
        return new TimedTestTrial(TimedTest.SingleLegStance, yaw, script.Build(), holdSeconds + (2 * lift));
    }

    private static RepetitionPlan Stand(double eachWay, double still) =>
        new() { RangeDegrees = 88, OutSeconds = eachWay, HoldSeconds = still, BackSeconds = eachWay, PauseSeconds = still };

    private static MotionScriptBuilder Begin() => new(new BodySize(), seed: 3) { SwayDegrees = 0.5f };
}

/// <summary>What was noticed of a timed test.</summary>
/// <param name="Trial">The test.</param>
/// <param name="Taken">The results of the tests of that kind that were noticed; one if all went well.</param>
internal sealed record TimedTestTrialResult(TimedTestTrial Trial, IReadOnlyList<double> Taken);
