using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>Takes one camera's pictures through pose and session to events, for as long as the service runs or the recording lasts.</summary>
internal sealed class CameraWorker(
    Camera camera,
    PoseTracker tracker,
    SessionPipeline pipeline,
    EventComposer composer,
    EventModel model,
    EventRecorder recorder,
    SessionKeeper keeper,
    CameraView view,
    CaptureGate gate,
    ILogger<CameraWorker> logger) : BackgroundService
{
    private readonly LandmarkTrail _trail = new();

    public CameraView View => view;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The work is long and without a pause; the host is not to wait for it.
        await Task.Yield();
        using var models = tracker;
        await using var source = camera;
        try
        {
            await WatchAsync(stoppingToken);
        }
        catch (CaptureException exception)
        {
            // A recording that cannot be read (further) is no reason to stop the service: page and log say what to do.
            SessionLog.RecordingFailed(logger, view.Id, exception.Message);
        }

        if (stoppingToken.IsCancellationRequested)
            return;
        var last = pipeline.Finish();
        keeper.Finish(last.Session);
        await RecordAsync(last, last.Session, stoppingToken);
        view.Finish(last);
        SessionLog.RecordingEnded(logger, view.Id);
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        var frame = new VideoFrame();
        while (await camera.ReadAsync(frame, stoppingToken))
        {
            // What was on its way when it was switched off is not looked at.
            if (!gate.IsOpen)
                continue;
            tracker.Track(frame, frame.CapturedAt, out var pose);
            var step = Process(frame, pose);
            if (step.Flags.Count > 0)
                await RecordAsync(step, step.Session, stoppingToken);
        }
    }

    private SessionStep Process(VideoFrame frame, in PoseFrame pose)
    {
        var step = pipeline.Process(pose);
        _trail.Add(pose);
        keeper.Note(step.Session, isOver: pipeline.Session is null, pose.CapturedAt);
        view.Show(frame, pose, step, tracker.Timings);
        return step;
    }

    private async ValueTask RecordAsync(SessionStep step, Session? session, CancellationToken cancellationToken)
    {
        if (step.Flags.Count == 0)
            return;
        var landmarks = _trail.Read();
        foreach (var flag in step.Flags)
            await recorder.RecordAsync(composer.Compose(flag, session!.Id, model), landmarks, cancellationToken);
    }
}
