using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>What the page costs the thread that works on the pictures.</summary>
internal static class LivePage
{
    private const int WarmUp = 20_000;
    private const int Count = 9_000;

    private static readonly ExerciseLimits Squats = new(
        ExerciseKind.Squat, Side.Both, 3, 10, TimeSpan.FromSeconds(20), [new MeasureLimit("knee-flexion-rom", "knee flexion", RepetitionMeasure.Range, 80, 60)]);

    public static async Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "The page",
            $"One picture through `LiveSession.Show`: trace, cue, figure and exercise as every screen gets them, written once for all of them. Mean of {Count} pictures, 30 a second by "
                + "the page's own clock, so that every second one carries a figure. Screens take the messages on other threads; sending them over the network is not in it.",
            "Screens", "µs per picture", "Bytes allocated per picture");
        foreach (var screens in (int[])[0, 4])
        {
            var name = screens == 0 ? "none" : $"{screens}";
            await section.TryAsync(name, () => MeasureAsync(section, name, screens, bench, cancellationToken));
        }

        return section;
    }

    private static async Task MeasureAsync(Section section, string name, int screens, Workbench bench, CancellationToken cancellationToken)
    {
        var poses = await Poses.SeeAsync(bench, cancellationToken);
        var clock = new FakeTimeProvider();
        var pipeline = new SessionPipeline([Squats], TimeSpan.MaxValue, static _ => "s-1");
        var live = new LiveSession([Squats], pipeline, clock);
        var picture = (await bench.FootageAsync(480, 640, cancellationToken))[0];
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = Enumerable.Range(0, screens).Select(_ => Task.Run(() => ListenAsync(live.Feed, leaving.Token), cancellationToken)).ToList();
        var (elapsed, bytes) = Show(live, pipeline, poses, picture, clock, bench.Time);
        await leaving.CancelAsync();
        await Task.WhenAll(listening);
        section.Add(name, elapsed.TotalMicroseconds / Count, (double)bytes / Count);
    }

    private static (TimeSpan Elapsed, long Bytes) Show(
        LiveSession live, SessionPipeline pipeline, Poses poses, VideoFrame picture, FakeTimeProvider clock, TimeProvider time)
    {
        var (elapsed, bytes) = (TimeSpan.Zero, 0L);
        for (var i = 0; i < WarmUp + Count; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1.0 / Footage.RateHz));
            var pose = poses.At(i);
            var step = pipeline.Process(pose);
            var (start, allocated) = (time.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            live.Show(picture, pose, step);
            if (i < WarmUp)
                continue;
            elapsed += time.GetElapsedTime(start);
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        return (elapsed, bytes);
    }

    private static async Task ListenAsync(LiveFeed feed, CancellationToken cancellationToken)
    {
        await foreach (var _ in feed.ListenAsync(static _ => true, cancellationToken))
        {
        }
    }
}
