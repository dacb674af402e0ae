using System.Text.Json;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>What the phantom costs beside the pose model: the demo runs both at the rate of a camera.</summary>
internal static class Rendering
{
    private const int WarmUp = 60;
    private const int Count = 180;

    public static async Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "The phantom",
            $"Rendering of 480 × 640, and beside it tracking with the lite model: medians of {Count} pictures in turn. Then all of a picture's way, from rendering to "
                + "repetitions, by processor time; the aim is at least 30 pictures a second on one core.",
            "What is done", "Rendering, ms", "Tracking, ms", "Rendering over tracking", "Bytes allocated by rendering", "Pictures per second and core");
        foreach (var exercise in Enum.GetValues<ScriptedExercise>())
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(exercise.ToString());
            await section.TryAsync(name, () => MeasureAsync(section, name, PhantomScenes.Doing(exercise), bench, cancellationToken));
        }

        const string Two = "squat, somebody walking by";
        await section.TryAsync(Two, () => MeasureAsync(section, Two, PhantomScenes.WithAnother(), bench, cancellationToken));
        return section;
    }

    private static async Task MeasureAsync(Section section, string name, PhantomScene scene, Workbench bench, CancellationToken cancellationToken)
    {
        await using var camera = new PhantomCamera(scene, Footage.RateHz, loop: true);
        using var tracker = await bench.CreateTrackerAsync(await bench.LoadAsync(PoseModel.Lite, cancellationToken), cancellationToken);
        var frame = new VideoFrame();
        var rounds = Rounds.Run(
            bench.Time, WarmUp, Count, _ => Render(camera, frame), _ => tracker.Track(frame, frame.PresentationTime, out var _));
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
            Render(camera, frame);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        section.Add(name, rounds.Milliseconds(0), rounds.Milliseconds(1), rounds.Ratio(0, 1), (double)bytes / Count, PerSecond(camera, frame, tracker));
    }

    private static double PerSecond(PhantomCamera camera, VideoFrame frame, PoseTracker tracker)
    {
        var pipeline = new SessionPipeline(exercise: null);
        var before = CpuTime.Used();
        for (var i = 0; i < Count; i++)
        {
            Render(camera, frame);
            tracker.Track(frame, frame.PresentationTime, out var pose);
            pipeline.Process(pose);
        }

        return Count / (CpuTime.Used() - before).TotalSeconds;
    }

    /// <summary>The phantom never waits for anything: its pictures are there at once.</summary>
    private static void Render(PhantomCamera camera, VideoFrame frame)
    {
        var reading = camera.ReadAsync(frame, CancellationToken.None);
        if (!reading.IsCompletedSuccessfully)
            throw new InvalidOperationException("The phantom camera gave no picture at once.");
    }
}
