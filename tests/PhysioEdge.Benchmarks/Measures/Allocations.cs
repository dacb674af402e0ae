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
                + "Only a repetition that is completed is computed and kept with memory of its own.",
            "", "Bytes, median picture", "Bytes, mean");
        foreach (var model in (PoseModel[])[PoseModel.Lite, PoseModel.Full])
        {
            var name = $"Tracking, {model}";
            await section.TryAsync(name, async () =>
            {
                var footage = await bench.FootageAsync(480, 640, cancellationToken);
                using var tracker = await bench.CreateTrackerAsync(await bench.LoadAsync(model, cancellationToken), cancellationToken);
                Add(section, name, PerPicture(i => tracker.Track(footage[i], Footage.TimeOf(i), out _)));
            });
        }

        await section.TryAsync("Analysis", async () =>
        {
            var poses = await Poses.SeeAsync(bench, cancellationToken);
            var pipeline = new SessionPipeline(exercise: null);
            Add(section, "Analysis", PerPicture(i => pipeline.Process(poses.At(i))));
        });
        foreach (var backend in (CaptureBackend[])[CaptureBackend.Ffmpeg, CaptureBackend.OpenCv])
        {
            var name = $"Capture, {backend} backend";
            await section.TryAsync(name, async () =>
            {
                var options = new FrameSourceOptions { Address = await bench.ClipAsync(cancellationToken), Backend = backend };
                await using var source = FrameSource.Open(options, bench.Time);
                Add(section, name, await PerPictureAsync(source, cancellationToken));
            });
        }

        return section;
    }

    private static void Add(Section section, string name, long[] bytes)
        => section.Add(name, bytes.Order().ElementAt(bytes.Length / 2), bytes.Average());

    private static long[] PerPicture(Action<int> process)
    {
        var bytes = new long[Count];
        for (var i = 0; i < WarmUp + Count; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            process(i);
            if (i >= WarmUp)
                bytes[i - WarmUp] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return bytes;
    }

    /// <summary>A source may work on threads of its own, so everything that the process allocates counts.</summary>
    private static async Task<long[]> PerPictureAsync(IFrameSource source, CancellationToken cancellationToken)
    {
        var frame = new VideoFrame();
        for (var i = 0; i < WarmUp; i++)
            await source.ReadAsync(frame, cancellationToken);
        var bytes = new long[Workbench.ClipFrames - WarmUp - 1];
        for (var i = 0; i < bytes.Length; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await source.ReadAsync(frame, cancellationToken);
            bytes[i] = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        return bytes;
    }
}
