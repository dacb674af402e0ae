using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>The newest that one camera has brought, for the page. Written by its worker, read by any thread.</summary>
internal sealed class CameraView(string id, Camera camera, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly RateMeter _rate = new(time);
    private CameraSight _sight = CameraSight.None;

    public string Id => id;

    public CameraStatus Camera => camera.Status;

    public CameraSight Sight
    {
        get
        {
            lock (_gate)
                return _sight with { FramesPerSecond = _rate.PerSecond() };
        }
    }

    public void Show(in PoseFrame pose, in SessionStep step, PoseTimings timings)
    {
        lock (_gate)
        {
            _rate.Count();
            _sight = new CameraSight(
                pose.HasPose,
                Round(step.Angles.Angles[JointAngle.KneeLeft]),
                Round(step.Angles.Angles[JointAngle.KneeRight]),
                ExerciseProgress.Of(step.Session),
                step.Repetition ?? _sight.LastRepetition,
                timings,
                0);
        }
    }

    public void Finish(in SessionStep step)
    {
        lock (_gate)
        {
            _sight = _sight with
            {
                HasPatient = false,
                Progress = ExerciseProgress.Of(step.Session),
                LastRepetition = step.Repetition ?? _sight.LastRepetition,
            };
        }
    }

    private static int? Round(AngleReading reading) => reading.IsKnown ? (int)Math.Round(reading.Degrees) : null;
}

/// <summary>What a camera saw last.</summary>
internal sealed record CameraSight(
    bool HasPatient,
    int? LeftKneeDegrees,
    int? RightKneeDegrees,
    IReadOnlyList<ExerciseProgress> Progress,
    Repetition? LastRepetition,
    PoseTimings Timings,
    double FramesPerSecond)
{
    public static CameraSight None { get; } = new(false, null, null, [], null, default, 0);
}

/// <summary>How far one exercise of the session has come.</summary>
internal sealed record ExerciseProgress(string Exercise, int Set, int Sets, int Repetitions, int RepetitionsPerSet, int Partial)
{
    public static IReadOnlyList<ExerciseProgress> Of(Session? session)
        => session is null ? [] : [.. session.Monitors.Select(m => new ExerciseProgress(
            ExerciseDefinition.Of(m.Limits.Exercise).Name,
            m.EndedSets + (m.CurrentSet.Count > 0 ? 1 : 0),
            m.Limits.Sets,
            m.CurrentSet.Count(r => !r.Partial),
            m.Limits.RepetitionsPerSet,
            m.CurrentSet.Count(r => r.Partial)))];
}
