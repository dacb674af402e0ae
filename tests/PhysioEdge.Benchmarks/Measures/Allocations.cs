using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>What one picture leaves for the garbage collector once everything is running.</summary>
internal static class Allocations
{
    private const int WarmUp = 180;
    private const int Count = 180;

    public static async Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "Allocations",
            $"Managed memory per picture over {Count} pictures, after {WarmUp} others. The aim is none: collections would make the stream stutter. "
                + "A repetition that is completed is kept, and so allocated.",
            "", "Bytes per picture");
        foreach (var model in (PoseModel[])[PoseModel.Lite, PoseModel.Full])
        {
            var name = $"Tracking, {model}";
            await section.TryAsync(name, async () =>
            {
                var footage = await bench.FootageAsync(480, 640, cancellationToken);
                using var tracker = await bench.CreateTrackerAsync(await bench.LoadAsync(model, cancellationToken), cancellationToken);
                section.Add(name, PerPicture(i => tracker.Track(footage[i], Footage.TimeOf(i), out _)));
            });
        }

        await section.TryAsync("Analysis", async () =>
        {
            var poses = await Poses.SeeAsync(bench, cancellationToken);
            var pipeline = new SessionPipeline(exercise: null);
            section.Add("Analysis", PerPicture(i => pipeline.Process(poses.At(i))));
        });
        foreach (var backend in (CaptureBackend[])[CaptureBackend.Ffmpeg, CaptureBackend.OpenCv])
        {
            var name = $"Capture, {backend} backend";
            await section.TryAsync(name, async () =>
            {
                var options = new FrameSourceOptions { Address = await bench.ClipAsync(cancellationToken), Backend = backend };
                await using var source = FrameSource.Open(options, bench.Time);
                section.Add(name, await PerPictureAsync(source, cancellationToken));
            });
        }

        return section;
    }

    private static double PerPicture(Action<int> process)
    {
        for (var i = 0; i < WarmUp; i++)
            process(i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = WarmUp; i < WarmUp + Count; i++)
            process(i);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Count;
    }

    /// <summary>A source may work on threads of its own, so everything that the process allocates counts.</summary>
    private static async Task<double> PerPictureAsync(IFrameSource source, CancellationToken cancellationToken)
    {
        var frame = new VideoFrame();
        for (var i = 0; i < WarmUp; i++)
            await source.ReadAsync(frame, cancellationToken);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var pictures = 0;
        while (pictures < Count - 1 && await source.ReadAsync(frame, cancellationToken))
            pictures++;
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / pictures;
    }
}
