using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>How many pictures of 720 × 1280 a second one core manages.</summary>
internal static class FrameRate
{
    public static async Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "Pictures per second and core",
            $"Tracking of {Workbench.ClipFrames} pictures of 720 × 1280, first from memory, then from an H.264 file by the ffmpeg backend. "
                + "By processor time, ffmpeg's included, whichever cores it was spent on; detections as they come.",
            "Model", "Tracking", "Tracking and decoding");
        foreach (var model in (PoseModel[])[PoseModel.Lite, PoseModel.Full])
        {
            await section.TryAsync(model.ToString(), async () =>
            {
                var footage = await bench.FootageAsync(720, 1280, cancellationToken);
                var clip = await bench.ClipAsync(cancellationToken);
                using var tracker = await bench.CreateTrackerAsync(await bench.LoadAsync(model, cancellationToken), cancellationToken);
                Track(tracker, footage, 0);
                var tracking = PerSecond(() => Task.FromResult(Track(tracker, footage, Workbench.ClipFrames)));
                var decoding = PerSecond(() => TrackAsync(tracker, clip, bench.Time, cancellationToken));
                section.Add(model.ToString(), await tracking, await decoding);
            });
        }

        return section;
    }

    private static async Task<double> PerSecond(Func<Task<int>> work)
    {
        var before = CpuTime.Used();
        var pictures = await work();
        return pictures / (CpuTime.Used() - before).TotalSeconds;
    }

    private static int Track(PoseTracker tracker, Footage footage, int from)
    {
        var picture = new VideoFrame();
        for (var i = from; i < from + Workbench.ClipFrames; i++)
        {
            footage.Show(i, picture);
            tracker.Track(picture, Footage.TimeOf(i), out _);
        }

        return Workbench.ClipFrames;
    }

    private static async Task<int> TrackAsync(PoseTracker tracker, string clip, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = Footage.TimeOf(2 * Workbench.ClipFrames);
        await using var source = FrameSource.Open(new FrameSourceOptions { Address = clip, Backend = CaptureBackend.Ffmpeg }, time);
        var frame = new VideoFrame();
        var pictures = 0;
        for (; await source.ReadAsync(frame, cancellationToken); pictures++)
            tracker.Track(frame, start + frame.PresentationTime, out _);
        return pictures;
    }
}
