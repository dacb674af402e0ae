using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Simulation;
using PhysioEdge.Vision.Annotation;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Simulations;

/// <summary>Films the phantom, and writes down what is true of it.</summary>
internal static class SimulatedVideo
{
    /// <summary>Writes <c>simulated.mp4</c>, <c>truth.csv</c> and <c>truth.json</c>.</summary>
    /// <exception cref="CaptureException">ffmpeg is missing, or the video cannot be written.</exception>
    public static async Task WriteAsync(string folder, SimulationRequest request, PhantomScene scene, CancellationToken cancellationToken)
    {
        await using var camera = new PhantomCamera(scene, request.RateHz);
        await using var video = new VideoFile(Path.Combine(folder, "simulated.mp4"), request.RateHz);
        await RecordingProgress.ShowAsync(
            "filming",
            TimeSpan.FromSeconds(camera.FrameCount / request.RateHz),
            progress => FilmAsync(camera, video, Path.Combine(folder, "truth.csv"), progress, cancellationToken));
        TruthSummary.Of(request, scene, camera).Write(Path.Combine(folder, "truth.json"));
    }

    private static async Task FilmAsync(
        PhantomCamera camera, VideoFile video, string truth, IProgress<TimeSpan> progress, CancellationToken cancellationToken)
    {
        using var angles = new TruthFile(truth);
        var frame = new VideoFrame();
        while (await camera.ReadAsync(frame, cancellationToken))
        {
            await video.WriteAsync(frame, cancellationToken);
            angles.Add(frame.PresentationTime, camera.TruthAt(frame.PresentationTime).Angles);
            progress.Report(frame.PresentationTime);
        }

        await video.CompleteAsync(cancellationToken);
    }
}
