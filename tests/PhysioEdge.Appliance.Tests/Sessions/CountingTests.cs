using System.Collections.Concurrent;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Counting;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Vision.Capture;
using CameraView = PhysioEdge.Simulation.Rendering.CameraView;

namespace PhysioEdge.Appliance.Tests.Sessions;

/// <summary>Made-up scenes with pauses, attempts, tremor and other people, counted without being told what they show.</summary>
public class CountingTests
{
    /// <summary>An attempt of a leg that rests more bent than the other does not come out from behind it: seed 188.</summary>
    [Fact]
    public void From_true_landmarks_every_repetition_of_two_hundred_scenes_is_counted_and_every_attempt_but_one()
    {
        var counted = Enumerable.Range(1, 200).Select(CountingScene.Of)
            .Select(scene => (Scene: scene, Counted: Counted(Truth.Poses(Camera(scene.Scene)), partialToo: true).ToList())).ToList();

        Assert.Equal([], counted.Where(c => !Expected(c.Scene, partialToo: false).SequenceEqual(c.Counted.Where(IsWhole))).Select(c => c.Scene.ToString()));
        Assert.Equal([188], counted.Where(c => !Expected(c.Scene, partialToo: true).SequenceEqual(c.Counted)).Select(c => c.Scene.Seed));
    }

    [Fact]
    public async Task From_pictures_the_whole_repetitions_of_all_of_fifty_scenes_are_counted()
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(1, 50).Select(CountingScene.Of), TestContext.Current.CancellationToken, async (scene, _) =>
        {
            var counted = Counted(await FilmedPosesAsync(scene), partialToo: false).ToList();
            if (!Expected(scene, partialToo: false).SequenceEqual(counted))
                wrong.Add($"{scene}; counted {string.Join(", ", counted.CountBy(c => c).Select(c => $"{c.Value} {c.Key}"))}");
        });

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Walking_is_recognised_and_has_no_repetitions()
    {
        var walk = new MotionScriptBuilder(new BodySize()) { Start = new FloorPlace(-1.5f, 0, 0) }
            .StandStill(1).Walk(new WalkPlan(), new FloorPoint(1.5f, 0)).StandStill(1).Build();
        var pipeline = new SessionPipeline(exercise: null);

        var steps = Truth.Poses(Camera(new PhantomScene { Patient = new PhantomFigure(walk) })).Select(p => pipeline.Process(p).Progress.Exercise).ToList();

        Assert.Contains(ExerciseKind.Walking, steps);
        Assert.Equal(ExerciseKind.Walking, pipeline.Dominant);
        Assert.Null(pipeline.Session);
    }

    [Fact]
    public void One_session_of_many_exercises_is_told_apart_and_changing_between_them_is_nothing()
    {
        var plan = new RepetitionPlan();
        var script = new MotionScriptBuilder(new BodySize(), seed: 5) { SwayDegrees = 0.5f }.StandStill(2)
            .Repeat(ScriptedExercise.Squat, Side.Both, 3, plan)
            .Repeat(ScriptedExercise.SitToStand, Side.Both, 3, plan with { RangeDegrees = 89 })
            .Repeat(ScriptedExercise.KneeExtension, Side.Left, 3, plan with { RangeDegrees = 70 })
            .StandStill(2)
            .Repeat(ScriptedExercise.ShoulderAbduction, Side.Both, 3, plan with { RangeDegrees = 120 })
            .Repeat(ScriptedExercise.Marching, Side.Both, 4, plan with { RangeDegrees = 80 })
            .Repeat(ScriptedExercise.SingleLegStance, Side.Right, 2, plan with { RangeDegrees = 70, HoldSeconds = 5 })
            .StandStill(2).Build();
        var camera = Camera(new PhantomScene { Patient = new PhantomFigure(script), View = new CameraView { YawDegrees = 40 } });

        Assert.Equal(
            script.Repetitions.Select(r => r.Exercise.ToString()),
            Counted(Truth.Poses(camera), partialToo: true));
    }

    private static IEnumerable<string> Expected(CountingScene scene, bool partialToo)
        => scene.Repetitions.Where(r => partialToo || !r.IsPartial).Select(r => Name(r.Exercise.ToString(), r.IsPartial));

    private static IEnumerable<string> Counted(IEnumerable<PoseFrame> poses, bool partialToo)
    {
        var pipeline = new SessionPipeline(exercise: null);
        Session? session = null;
        foreach (var pose in poses)
            session = pipeline.Process(pose).Session ?? session;
        session = pipeline.Finish().Session ?? session;
        return (session?.Repetitions ?? []).Where(r => partialToo || !r.Partial).Select(r => Name(r.Exercise.ToString(), r.Partial));
    }

    private static bool IsWhole(string name) => !name.EndsWith("attempted", StringComparison.Ordinal);

    private static string Name(string exercise, bool partial) => partial ? $"{exercise} attempted" : exercise;

    private static async Task<List<PoseFrame>> FilmedPosesAsync(CountingScene scene)
    {
        using var tracker = new PoseModels(ModelStore.Open(), TimeProvider.System).CreateTracker(PoseModel.Full);
        await using var camera = Camera(scene.Scene);
        var (frame, poses) = (new VideoFrame(), new List<PoseFrame>());
        while (await camera.ReadAsync(frame, TestContext.Current.CancellationToken))
        {
            tracker.Track(frame, frame.PresentationTime, out var pose);
            poses.Add(pose);
        }

        return poses;
    }

    private static PhantomCamera Camera(PhantomScene scene)
        => new(scene with { View = scene.View with { Width = 300, Height = 400 } }, Truth.RateHz);
}
