using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Takes a video file through the pipeline, with a progress bar.</summary>
internal sealed class VideoAnalysis(PoseModels models, TimeProvider time)
{
    /// <param name="video">The file.</param>
    /// <param name="duration">How long it says it is; null is unknown.</param>
    /// <param name="model">The landmark models.</param>
    /// <param name="pipeline">What the poses go into.</param>
    /// <param name="title">What the progress bar says.</param>
    /// <param name="onFrame">Called with each picture and what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CaptureException">Nothing of it can be read.</exception>
    public async Task<RecordingAnalysis> RunAsync(
        CameraOptions video,
        TimeSpan? duration,
        PoseChoice model,
        SessionPipeline pipeline,
        string title,
        FrameHandler onFrame,
        CancellationToken cancellationToken)
    {
        using var tracker = models.CreateTracker(model);
        using var lifter = models.CreateRecordingLifter();
        await using var camera = new Camera(video, time, NullLogger<Camera>.Instance);
        var analysis = new RecordingAnalysis(camera, tracker, lifter, pipeline, time);
        await RecordingProgress.ShowAsync(title, duration, progress => analysis.RunAsync(
            (frame, pose, step) =>
            {
                progress.Report(pose.CapturedAt);
                return onFrame(frame, pose, step);
            },
            cancellationToken));
        return analysis;
    }
}
