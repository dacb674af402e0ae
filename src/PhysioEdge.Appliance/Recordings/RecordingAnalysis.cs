using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.TimedTests;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Lifting;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>
/// Takes a recording through the same pipeline as a live camera and keeps what it brings. A recording that breaks off is analysed
/// up to there.
/// </summary>
internal sealed class RecordingAnalysis(IFrameSource source, PoseTracker tracker, RecordingLifter lifter, SessionPipeline pipeline, TimeProvider time)
{
    private readonly SwingGait _gait = new();
    private readonly LegLength _leg = new();
    private readonly List<StepEvent> _steps = [];
    private readonly List<Flag> _flags = [];
    private Session? _session;
    private TimeSpan _decoding;
    private TimeSpan _elapsed;

    public AngleTable Angles { get; } = new();

    /// <summary>Gets all repetitions, in order.</summary>
    public IReadOnlyList<Repetition> Repetitions => _session?.Repetitions ?? [];

    /// <summary>Gets the events of gait in the order in which they were known.</summary>
    public IReadOnlyList<StepEvent> Steps => _steps;

    /// <summary>Gets the height of a body with such legs as were measured, m; null when no leg was seen.</summary>
    public double? BodyHeightMetres => _leg.BodyHeightMetres;

    /// <summary>Gets the timed tests that were taken.</summary>
    public IReadOnlyList<TimedTestResult> TimedTests => pipeline.TimedTests;

    /// <summary>Gets every flag when it was raised first.</summary>
    public IReadOnlyList<Flag> Alarms => [.. _flags.Where(f => f.Phase == FlagPhase.New)];

    public long Frames { get; private set; }

    public long FramesWithPose { get; private set; }

    /// <summary>Gets how the recording broke off; null when it was whole.</summary>
    public CaptureException? BrokenOff { get; private set; }

    /// <summary>Gets the milliseconds per frame of each stage.</summary>
    public StageTimes StageTimes
    {
        get
        {
            var pose = tracker.Timings;
            return new StageTimes(
                PerFrame(_decoding),
                PerFrame(pose.Detecting),
                PerFrame(pose.Landmarking),
                PerFrame(_elapsed - _decoding - pose.Detecting - pose.Landmarking));
        }
    }

    /// <summary>Runs through the recording.</summary>
    /// <param name="onFrame">Called with each picture and what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CaptureException">Nothing of it can be read.</exception>
    public async Task RunAsync(FrameHandler onFrame, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var frame = new VideoFrame();
        while (await ReadAsync(frame, cancellationToken))
        {
            tracker.Track(frame, frame.CapturedAt, out var pose);
            var step = pipeline.Process(pose);
            Keep(step);
            Settle(lifter.Add(pose));
            Frames++;
            FramesWithPose += pose.HasPose ? 1 : 0;
            await onFrame(frame, pose, step);
        }

        Settle(lifter.Finish());
        _steps.AddRange(_gait.Finish());
        Keep(pipeline.Finish());
        _elapsed = time.GetElapsedTime(start);
    }

    private async ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            return await source.ReadAsync(frame, cancellationToken);
        }
        catch (CaptureException exception) when (exception.ReadableUntil is not null)
        {
            BrokenOff = exception;
            return false;
        }
        finally
        {
            _decoding += time.GetElapsedTime(start);
        }
    }

    /// <summary>Angles and gait are measured where the body is known from the pictures before and after.</summary>
    private void Settle(IReadOnlyList<PoseFrame> poses)
    {
        foreach (var pose in poses)
        {
            Angles.Add(JointAngleCalculator.Measure(pose));
            if (pose.Body is not { } body)
                continue;
            _leg.Add(body.Landmarks);
            _steps.AddRange(_gait.Add(pose.CapturedAt, body));
        }
    }

    private void Keep(in SessionStep step)
    {
        _session = step.Session ?? _session;
        _flags.AddRange(step.Flags);
    }

    private double PerFrame(TimeSpan total) => Frames > 0 ? Math.Round(total.TotalMilliseconds / Frames, 3) : 0;
}

/// <summary>Looks at a picture and what came of it; the picture is reused by the next one.</summary>
internal delegate ValueTask FrameHandler(VideoFrame frame, PoseFrame pose, SessionStep step);
