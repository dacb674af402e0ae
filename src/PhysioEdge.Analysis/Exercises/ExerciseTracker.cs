using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>
/// Counts several exercises in one stream, and so tells which of them is being done. Nobody does two at a time: the exercise
/// whose repetition is complete first owns that time, and a repetition of another that overlaps it is none.
/// </summary>
/// <remarks>
/// A whole repetition says which exercise it is, half a one does not: attempts count for the exercise whose whole repetitions they
/// are among, and wait until one has come.
/// </remarks>
public sealed class ExerciseTracker
{
    private const double ClearlyElse = 1.5;

    /// <summary>Before the first repetition of a run, less of it than this is getting into position.</summary>
    private const double LeastFirstAttempt = 0.3;

    /// <summary>An attempt belongs to the whole repetitions around it when no more time lies between.</summary>
    private static readonly TimeSpan SameRun = TimeSpan.FromSeconds(30);

    /// <summary>A first step looks like an attempt at lifting a knee until the next ones have come.</summary>
    private static readonly TimeSpan TimeToWalkOn = TimeSpan.FromSeconds(2);

    private readonly Candidate[] _candidates;
    private readonly BearingTracker _bearings = new();
    private readonly Queue<Repetition> _accepted = [];
    private readonly bool _onlyOneExercise;
    private Repetition? _lastWhole;
    private TimeSpan _now;
    private TimeSpan _walked;
    private TimeSpan? _walkedLast;

    /// <param name="expected">The exercises to look for, each with the side that is to move and the prescribed range, degrees (null when none is).</param>
    public ExerciseTracker(IEnumerable<(ExerciseDefinition Exercise, Side Side, double? TargetRangeDegrees)> expected)
    {
        _candidates = [.. expected.SelectMany(e => SidesOf(e.Exercise, e.Side).Select(side =>
            new Candidate(e.Exercise, new RepetitionCounter(e.Exercise, side, e.TargetRangeDegrees))))];
        _onlyOneExercise = _candidates.DistinctBy(c => c.Exercise.Kind).Count() == 1;
    }

    /// <summary>Gets a tracker that looks for every exercise there is.</summary>
    public static ExerciseTracker ForAll() => new(ExerciseDefinition.All.Select(e => (e, Side.Both, (double?)null)));

    /// <summary>Gets a value indicating whether a repetition of any exercise is under way.</summary>
    public bool IsMoving => Array.Exists(_candidates, c => c.Counter.IsMoving);

    /// <summary>Whether a repetition of that exercise may be under way.</summary>
    public bool IsMovingIn(ExerciseKind exercise)
    {
        foreach (var candidate in _candidates)
        {
            if (candidate.Exercise.Kind == exercise && candidate.Counter.MayBeRepeating)
                return true;
        }

        return false;
    }

    /// <summary>Gets what carries the patient now.</summary>
    public Bearing Bearing { get; private set; }

    /// <summary>Gets the exercise whose whole repetitions explain the most movement so far, or walking when there are none; null before either.</summary>
    public ExerciseKind? Dominant
    {
        get
        {
            var best = _candidates.GroupBy(c => c.Exercise.Kind).Select(g => (Kind: g.Key, Range: g.Sum(c => c.WholeRangeDegrees))).MaxBy(g => g.Range);
            if (best.Range > 0)
                return best.Kind;
            return _walked > TimeSpan.Zero ? ExerciseKind.Walking : null;
        }
    }

    /// <summary>Gets the exercise being done now and where its repetition under way is.</summary>
    public RepetitionProgress Progress
    {
        get
        {
            if (Bearing == Bearing.Walking)
                return RepetitionProgress.None with { Exercise = ExerciseKind.Walking };
            if (_onlyOneExercise)
                return ProgressOf(_candidates[0].Exercise.Kind, Side.Both);
            return _lastWhole is { } last && !(_walkedLast > last.End) ? ProgressOf(last.Exercise, Side.Both) : RepetitionProgress.None;
        }
    }

    /// <summary>Where the repetition under way would be if that exercise were being done: for showing the one that is to come.</summary>
    /// <param name="exercise">One of the exercises looked for.</param>
    /// <param name="side">The side that is to move; both = the one that does.</param>
    public RepetitionProgress ProgressOf(ExerciseKind exercise, Side side)
    {
        Candidate? found = null;
        foreach (var candidate in _candidates)
        {
            if (candidate.Exercise.Kind != exercise || (side != Side.Both && !candidate.Counter.Counts(exercise, side)))
                continue;
            if (found is null || (candidate.Counter.IsMoving && !found.Counter.IsMoving))
                found = candidate;
        }

        return found?.Counter.Progress ?? RepetitionProgress.None;
    }

    /// <summary>Takes in the next frame.</summary>
    /// <returns>The repetition that it brought to light; else null.</returns>
    public Repetition? Add(in AngleFrame frame)
    {
        NoteBearing(frame);
        var beingDone = _onlyOneExercise ? _candidates[0].Exercise.Kind : _now - _lastWhole?.End <= SameRun ? _lastWhole?.Exercise : null;
        foreach (var candidate in _candidates)
            Accept(candidate, candidate.Counter.Add(frame, Bearing, beingDone));
        foreach (var candidate in _candidates)
            Settle(candidate);
        return _accepted.TryDequeue(out var repetition) ? repetition : null;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The repetitions that were under way, if they count.</returns>
    public IReadOnlyList<Repetition> Finish()
    {
        foreach (var candidate in _candidates)
            Accept(candidate, candidate.Counter.Finish());
        foreach (var candidate in _candidates)
        {
            if (IsBeingDone(candidate))
                AcceptAttempts(candidate.Exercise.Kind);
        }

        Repetition[] last = [.. _accepted];
        _accepted.Clear();
        return last;
    }

    private static Side[] SidesOf(ExerciseDefinition exercise, Side side) => exercise switch
    {
        { HasRepetitions: false } => [],
        { SidesApart: true } when side == Side.Both => [Side.Left, Side.Right],
        _ => [side],
    };

    private void NoteBearing(in AngleFrame frame)
    {
        var before = _now;
        _now = frame.CapturedAt;
        Bearing = _bearings.Add(frame);
        if (Bearing != Bearing.Walking)
            return;
        _walked += _now - before;
        _walkedLast = _now;
        foreach (var candidate in _candidates)
            candidate.ForgetStepsTaken(_now - TimeToWalkOn);
    }

    private void Accept(Candidate candidate, Repetition? repetition)
    {
        if (repetition is null)
            return;
        if (_lastWhole is { } last && last.Exercise != repetition.Exercise && repetition.Start < last.End)
            return;

        if (IsBarelySomethingElse(candidate, repetition) || IsTheSameKneesInARun(repetition))
            return;

        candidate.Attempts.Add(repetition);
        if (!repetition.Partial)
            AcceptWhole(candidate, repetition);
        else if (!candidate.Exercise.SidesApart && IsBeingDone(candidate))
            AcceptAttempts(repetition.Exercise);
    }

    /// <summary>In the midst of one exercise, a small movement that would just do for another is not that other.</summary>
    private bool IsBarelySomethingElse(Candidate candidate, Repetition repetition)
        => _lastWhole is { } last && last.Exercise != repetition.Exercise && repetition.Start - last.End <= SameRun
            && repetition.ExcursionDegrees < ClearlyElse * candidate.Exercise.CountDegrees;

    /// <summary>
    /// Without shoulders nothing tells a seat from a deep squat, or whether the hips go along: what knees do goes on as what it began
    /// as. (The way from one standing up to the next is a squat.)
    /// </summary>
    private bool IsTheSameKneesInARun(Repetition repetition)
        => Bearing == Bearing.Unknown && _lastWhole is { } last && last.Exercise != repetition.Exercise && repetition.Start - last.End <= SameRun
            && IsOfKnees(last.Exercise) && IsOfKnees(repetition.Exercise);

    private static bool IsOfKnees(ExerciseKind exercise) => exercise is ExerciseKind.Squat or ExerciseKind.SitToStand or ExerciseKind.KneeExtension;

    private void AcceptWhole(Candidate candidate, Repetition repetition)
    {
        foreach (var other in _candidates)
            other.Attempts.RemoveAll(a => a.Exercise != repetition.Exercise || repetition.Start - a.End > SameRun);
        if (!IsBeingDone(candidate))
            candidate.Attempts.RemoveAll(a => a.ExcursionDegrees < LeastFirstAttempt * repetition.ExcursionDegrees);
        _lastWhole = repetition;
        candidate.WholeRangeDegrees += repetition.ExcursionDegrees;
        AcceptAttempts(repetition.Exercise);
    }

    private void AcceptAttempts(ExerciseKind exercise)
    {
        foreach (var attempt in _candidates.SelectMany(c => c.Attempts).Where(a => a.Exercise == exercise).OrderBy(a => a.Start))
            _accepted.Enqueue(attempt);
        foreach (var candidate in _candidates)
            candidate.Attempts.RemoveAll(a => a.Exercise == exercise);
    }

    /// <summary>Attempts that have waited long enough for a step not to have been one.</summary>
    private void Settle(Candidate candidate)
    {
        if (candidate.Attempts.Count == 0)
            return;
        if (_now - candidate.Attempts[^1].End > TimeToWalkOn && IsBeingDone(candidate))
            AcceptAttempts(candidate.Exercise.Kind);
        else if (_now - candidate.Attempts[0].End > SameRun)
            candidate.Attempts.RemoveAt(0);
    }

    private bool IsBeingDone(Candidate candidate)
        => _onlyOneExercise || (_lastWhole?.Exercise == candidate.Exercise.Kind && _now - _lastWhole.End <= SameRun);

    private sealed class Candidate(ExerciseDefinition exercise, RepetitionCounter counter)
    {
        public ExerciseDefinition Exercise => exercise;

        public RepetitionCounter Counter => counter;

        /// <summary>Gets the repetitions that wait to be accepted.</summary>
        public List<Repetition> Attempts { get; } = [];

        public double WholeRangeDegrees { get; set; }

        public void ForgetStepsTaken(TimeSpan since)
        {
            if (exercise.SidesApart)
                Attempts.RemoveAll(a => a.End >= since);
        }
    }
}
