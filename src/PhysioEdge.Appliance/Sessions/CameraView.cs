using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>The newest that one camera has brought, for the page. Written by its worker, read by any thread.</summary>
internal sealed class CameraView(string id, Camera camera, LiveSession live, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly RateMeter _rate = new(time);
    private CameraSight _sight = CameraSight.None;
    private (TimeSpan At, long Stamp)? _newest;
    private long _processed;

    public string Id => id;

    public CameraStatus Camera => camera.Status;

    public LiveSession Live => live;

    public VideoTap Video { get; } = new();

    /// <summary>Gets how many pictures were worked on.</summary>
    public long Processed => Interlocked.Read(ref _processed);

    /// <summary>Gets how late it is on the camera's time line: what the newest picture says and has gone by since; 0 before the first.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_gate)
                return _newest is { } newest ? newest.At + time.GetElapsedTime(newest.Stamp) : TimeSpan.Zero;
        }
    }

    public CameraSight Sight
    {
        get
        {
            lock (_gate)
                return _sight with { FramesPerSecond = _rate.PerSecond() };
        }
    }

    public void Show(VideoFrame frame, in PoseFrame pose, in SessionStep step, PoseTimings timings)
    {
        lock (_gate)
        {
            _rate.Count();
            _newest = (pose.CapturedAt, time.GetTimestamp());
            _sight = new CameraSight(
                pose.HasPose,
                frame.SourceWidth,
                frame.SourceHeight,
                Round(step.Angles.Angles[JointAngle.KneeLeft]),
                Round(step.Angles.Angles[JointAngle.KneeRight]),
                ExerciseProgress.Of(step.Session, _sight.Progress),
                step.Session?.Repetitions[^1].Exercise,
                step.Repetition ?? _sight.LastRepetition,
                timings,
                0)
            {
                View = live.View,
            };
        }

        live.Show(frame, pose, step);
        Video.Offer(frame);
        Interlocked.Increment(ref _processed);
    }

    public void Finish(in SessionStep step)
    {
        lock (_gate)
        {
            _sight = _sight with
            {
                HasPatient = false,
                Exercise = null,
                Progress = ExerciseProgress.Of(step.Session, _sight.Progress),
                LastRepetition = step.Repetition ?? _sight.LastRepetition,
            };
        }

        live.Finish(step);
    }

    private static int? Round(AngleReading reading) => reading.IsKnown ? (int)Math.Round(reading.Degrees) : null;
}

/// <summary>What a camera saw last; the exercise is the one last done in the session under way, null between sessions.</summary>
internal readonly record struct CameraSight(
    bool HasPatient,
    int Width,
    int Height,
    int? LeftKneeDegrees,
    int? RightKneeDegrees,
    IReadOnlyList<ExerciseProgress> Progress,
    ExerciseKind? Exercise,
    Repetition? LastRepetition,
    PoseTimings Timings,
    double FramesPerSecond)
{
    /// <summary>Gets from where the camera sees the patient, and whether that will do; null before there was a patient.</summary>
    public ViewVerdict? View { get; init; }

    public static CameraSight None { get; } = new(false, 0, 0, null, null, [], null, null, default, 0);
}

/// <summary>How far one exercise of the session has come.</summary>
internal sealed record ExerciseProgress(string Exercise, int Set, int Sets, int Repetitions, int RepetitionsPerSet, int Partial)
{
    /// <summary>The progress of each exercise; the list before if nothing of it has changed, as for nearly all pictures.</summary>
    public static IReadOnlyList<ExerciseProgress> Of(Session? session, IReadOnlyList<ExerciseProgress> before)
    {
        if (session is null)
            return [];
        var same = before.Count == session.Monitors.Count;
        for (var i = 0; same && i < before.Count; i++)
            same = before[i].IsOf(session.Monitors[i]);
        return same ? before : [.. session.Monitors.Select(Of)];
    }

    private static ExerciseProgress Of(ExerciseMonitor monitor)
    {
        var whole = ShownExercise.Whole(monitor);
        return new ExerciseProgress(
            ExerciseDefinition.Of(monitor.Limits.Exercise).Name,
            SetOf(monitor),
            monitor.Limits.Sets,
            whole,
            monitor.Limits.RepetitionsPerSet,
            monitor.CurrentSet.Count - whole);
    }

    private static int SetOf(ExerciseMonitor monitor) => monitor.EndedSets + (monitor.CurrentSet.Count > 0 ? 1 : 0);

    private bool IsOf(ExerciseMonitor monitor) => Set == SetOf(monitor) && Repetitions + Partial == monitor.CurrentSet.Count;
}
