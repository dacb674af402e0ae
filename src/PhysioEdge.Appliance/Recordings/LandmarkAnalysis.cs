using System.Numerics;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.TimedTests;
using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Takes landmarks of any source through the same pipeline as those of a camera and keeps what they bring.</summary>
internal sealed class LandmarkAnalysis
{
    private readonly SessionPipeline _pipeline = new(exercise: null);
    private readonly LandmarkAligner _aligner = new();
    private readonly LandmarkGait _gait = new();
    private readonly LegLength _leg = new();
    private readonly List<StepEvent> _events = [];
    private readonly List<Flag> _flags = [];
    private Session? _session;

    public AngleTable Angles { get; } = new();

    /// <summary>Gets the repetitions of the exercise that was done, in order.</summary>
    public IReadOnlyList<Repetition> Repetitions => [.. NotWalked.Where(r => r.Exercise == Exercise)];

    /// <summary>Gets the exercise that was recognised; null when there was none.</summary>
    public ExerciseKind? Exercise => NotWalked.Where(r => !r.Partial).GroupBy(r => r.Exercise).MaxBy(g => g.Sum(r => r.RangeDegrees))?.Key
        ?? (_events.Count > 0 ? ExerciseKind.Walking : _pipeline.Dominant);

    /// <summary>Gets the timed tests that were taken.</summary>
    public IReadOnlyList<TimedTestResult> TimedTests => _pipeline.TimedTests;

    /// <summary>Gets every flag when it was raised first.</summary>
    public IReadOnlyList<Flag> Alarms => [.. _flags.Where(f => f.Phase == FlagPhase.New)];

    /// <summary>Gets the events of gait in the order in which they were known.</summary>
    public IReadOnlyList<StepEvent> Events => _events;

    /// <summary>Gets the height of a body with such legs, m; null when no leg was seen.</summary>
    public double? BodyHeightMetres => _leg.BodyHeightMetres;

    public long Frames { get; private set; }

    public long FramesWithPose { get; private set; }

    /// <summary>A leg that was lifted for a step was not lifted for an exercise.</summary>
    private IEnumerable<Repetition> NotWalked => (_session?.Repetitions ?? [])
        .Where(r => !_events.Exists(e => e.Event.At > r.Start && e.Event.At < r.End));

    public static LandmarkAnalysis Of(IEnumerable<TimedLandmarks> recording)
    {
        var analysis = new LandmarkAnalysis();
        foreach (var (at, landmarks) in recording)
            analysis.Add(analysis._aligner.Add(at, landmarks));
        analysis.Add(analysis._aligner.Finish());
        analysis._events.AddRange(analysis._gait.Finish());
        analysis.Keep(analysis._pipeline.Finish());
        return analysis;
    }

    private void Add(IReadOnlyList<TimedLandmarks> ready)
    {
        foreach (var (at, landmarks) in ready)
        {
            _leg.Add(landmarks);
            if (_aligner.IsUpKnown)
                _events.AddRange(_gait.Add(at, landmarks));
            var pose = HipCentred(at, landmarks);
            var step = _pipeline.Process(pose);
            Keep(step);
            Angles.Add(step.Angles);
            Frames++;
            FramesWithPose += pose.HasPose ? 1 : 0;
        }
    }

    private void Keep(in SessionStep step)
    {
        _session = step.Session ?? _session;
        _flags.AddRange(step.Flags);
    }

    /// <summary>The pose in the frame of the house; its origin stays where it was while a hip is unknown.</summary>
    private static PoseFrame HipCentred(TimeSpan at, LandmarkSet landmarks)
    {
        var origin = (landmarks[BodyLandmark.LeftHip].World + landmarks[BodyLandmark.RightHip].World) / 2;
        if (float.IsNaN(origin.X))
            origin = Vector3.Zero;
        var any = false;
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            any |= landmarks[i].Visibility > 0;
            landmarks[i] = landmarks[i] with { World = landmarks[i].World - origin };
        }

        return any
            ? new PoseFrame { CapturedAt = at, HasPose = true, PoseProbability = 1, Raw = landmarks, Smoothed = landmarks }
            : new PoseFrame { CapturedAt = at };
    }
}
