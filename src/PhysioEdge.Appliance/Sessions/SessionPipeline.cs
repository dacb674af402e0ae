using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.TimedTests;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>
/// From the poses of one patient to angles, repetitions and flags, in stream order. A recording and a live camera go through it
/// alike: nothing in it knows the time but by the samples.
/// </summary>
internal sealed class SessionPipeline
{
    private readonly IReadOnlyList<ExerciseLimits> _limits;
    private readonly TimeSpan _idleTimeout;
    private readonly Func<TimeSpan, string> _sessionAt;
    private readonly ExerciseTracker _tracker;
    private readonly JumpFilter _withoutJumps = new();
    private readonly TimedTestWatch _tests = new();
    private readonly FormScorer _form = new();
    private readonly List<TimedTestResult> _taken = [];
    private readonly List<Flag> _flags = [];
    private TimeSpan _now;

    /// <param name="limits">What is prescribed; empty to count every exercise without limits.</param>
    /// <param name="idleTimeout">After so long without a repetition the session is over.</param>
    /// <param name="sessionAt">The identifier of the session that something at that time belongs to; asked for every repetition.</param>
    public SessionPipeline(IReadOnlyList<ExerciseLimits> limits, TimeSpan idleTimeout, Func<TimeSpan, string> sessionAt)
        : this(limits, idleTimeout, sessionAt, TrackerFor(limits))
    {
    }

    /// <param name="exercise">The only exercise to count, without limits; null to count all.</param>
    public SessionPipeline(ExerciseDefinition? exercise)
        : this([], TimeSpan.MaxValue, static _ => "recording", exercise is null ? ExerciseTracker.ForAll() : new([(exercise, Side.Both, null)]))
    {
    }

    private SessionPipeline(IReadOnlyList<ExerciseLimits> limits, TimeSpan idleTimeout, Func<TimeSpan, string> sessionAt, ExerciseTracker tracker)
        => (_limits, _idleTimeout, _sessionAt, _tracker) = (limits, idleTimeout, sessionAt, tracker);

    /// <summary>Gets the session under way; null between sessions.</summary>
    public Session? Session { get; private set; }

    /// <summary>Gets the exercise with the most movement in whole repetitions so far; null before the first.</summary>
    public ExerciseKind? Dominant => _tracker.Dominant;

    /// <summary>Gets the timed tests that were taken so far.</summary>
    public IReadOnlyList<TimedTestResult> TimedTests => _taken;

    /// <summary>Where the patient is in that exercise, whether or not it is the one being done.</summary>
    public RepetitionProgress ProgressOf(ExerciseKind exercise, Side side) => _tracker.ProgressOf(exercise, side);

    /// <summary>Takes in the next pose.</summary>
    public SessionStep Process(in PoseFrame pose)
    {
        _flags.Clear();
        _now = pose.CapturedAt;
        var angles = JointAngleCalculator.Measure(pose);
        var repetition = _withoutJumps.Add(pose, out var settled) ? See(JointAngleCalculator.Measure(settled)) : null;
        var session = Session;
        if (session is not null)
        {
            foreach (var monitor in session.Monitors)
            {
                monitor.See(_now, pose.HasPose, _flags);
                monitor.Advance(_now, _tracker.IsMovingIn(monitor.Limits.Exercise), _flags);
            }

            if (!_tracker.IsMoving && _now - session.LastActivity > _idleTimeout)
                Close();
        }

        return new SessionStep(angles, repetition, session, _flags, _tracker.Progress);
    }

    /// <summary>The source is over: so are the repetition, the set and the session under way.</summary>
    public SessionStep Finish()
    {
        _flags.Clear();
        var repetition = _withoutJumps.Finish(out var settled) ? See(JointAngleCalculator.Measure(settled)) : null;
        foreach (var last in _tracker.Finish())
            repetition = Note(last);
        var session = Session;
        Close();
        return new SessionStep(default, repetition, session, _flags, RepetitionProgress.None);
    }

    private static ExerciseTracker TrackerFor(IReadOnlyList<ExerciseLimits> limits) => limits.Count == 0
        ? ExerciseTracker.ForAll()
        : new(limits.Select(l => (ExerciseDefinition.Of(l.Exercise), l.Side, l.TargetRangeDegrees)));

    private Repetition? See(in AngleFrame frame)
    {
        Take(_tests.Add(frame));
        return Note(_tracker.Add(frame));
    }

    private Repetition? Note(Repetition? repetition)
    {
        if (repetition is null)
            return null;
        var scored = repetition with { Score = _form.Score(repetition) };
        Take(_tests.Add(scored));
        Keep(scored);
        return scored;
    }

    private void Take(TimedTestResult? test)
    {
        if (test is not null)
            _taken.Add(test);
    }

    // Apart from the above, which runs for every picture, because the closure is allocated on entry.
    private void Keep(Repetition repetition)
    {
        var id = _sessionAt(_now);
        Session ??= new Session(id, [.. _limits.Select(l => new ExerciseMonitor(l))]);
        Session.LastActivity = _now;
        Session.Repetitions.Add(repetition);
        Session.Monitors.FirstOrDefault(m => m.Concerns(repetition))?.Add(repetition, _now, _flags);
    }

    private void Close()
    {
        foreach (var monitor in Session?.Monitors ?? [])
            monitor.Finish(_now, _flags);
        Session = null;
    }
}

/// <summary>What one sample brought.</summary>
/// <param name="Angles">The joint angles of the pose.</param>
/// <param name="Repetition">The repetition that was completed; null when none was.</param>
/// <param name="Session">The session that the sample belongs to; null between sessions.</param>
/// <param name="Flags">New and changed flags; the list is reused by the next sample.</param>
/// <param name="Progress">The exercise being done now, and where in its repetition the patient is.</param>
internal readonly record struct SessionStep(
    AngleFrame Angles, Repetition? Repetition, Session? Session, IReadOnlyList<Flag> Flags, RepetitionProgress Progress);
