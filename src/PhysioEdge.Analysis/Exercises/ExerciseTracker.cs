using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>
/// Counts several exercises in one stream, and so tells which of them is being done. Nobody does two at a time: the exercise
/// whose repetition is complete first owns that time, and a repetition of another that overlaps it is none. (Seen from the
/// bottom a squat looks like a sit-to-stand, but the squat was complete half a cycle earlier.)
/// </summary>
public sealed class ExerciseTracker
{
    private readonly Candidate[] _candidates;
    private Repetition? _lastWhole;

    /// <param name="expected">The exercises to look for, each with the side that is to move and the prescribed range, degrees (null when none is).</param>
    public ExerciseTracker(IEnumerable<(ExerciseDefinition Exercise, Side Side, double? TargetRangeDegrees)> expected)
        => _candidates = [.. expected.Where(e => e.Exercise.HasRepetitions).Select(e => new Candidate(new RepetitionCounter(e.Exercise, e.Side, e.TargetRangeDegrees)))];

    /// <summary>Gets a tracker that looks for every exercise there is.</summary>
    public static ExerciseTracker ForAll() => new(ExerciseDefinition.All.Where(e => e.Kind <= ExerciseKind.ShoulderAbduction).Select(e => (e, Side.Both, (double?)null)));

    /// <summary>Gets a value indicating whether a repetition of any exercise is under way.</summary>
    public bool IsMoving => Array.Exists(_candidates, c => c.Counter.IsMoving);

    /// <summary>Gets the exercise whose whole repetitions explain the most movement so far; null before the first.</summary>
    public ExerciseKind? Dominant
    {
        get
        {
            var best = _candidates.MaxBy(c => c.WholeRangeDegrees);
            return best is { WholeRangeDegrees: > 0 } ? best.Kind : null;
        }
    }

    /// <summary>Gets the exercise being done now and where its repetition under way is.</summary>
    public RepetitionProgress Progress
    {
        get
        {
            if (_candidates is [var only])
                return only.Counter.Progress;
            foreach (var candidate in _candidates)
            {
                if (candidate.Kind is { } kind && kind == _lastWhole?.Exercise)
                    return candidate.Counter.Progress;
            }

            return RepetitionProgress.None;
        }
    }

    /// <summary>Where the repetition under way would be if that exercise were being done: for showing the one that is to come.</summary>
    /// <param name="exercise">One of the exercises looked for.</param>
    /// <param name="side">The side that is to move.</param>
    public RepetitionProgress ProgressOf(ExerciseKind exercise, Side side)
    {
        foreach (var candidate in _candidates)
        {
            if (candidate.Counter.Counts(exercise, side))
                return candidate.Counter.Progress;
        }

        return RepetitionProgress.None;
    }

    /// <summary>Takes in the next frame.</summary>
    /// <returns>The repetition that it completed; else null.</returns>
    public Repetition? Add(in AngleFrame frame)
    {
        Repetition? accepted = null;
        foreach (var candidate in _candidates)
            accepted = Accept(candidate, candidate.Counter.Add(frame)) ?? accepted;
        return accepted;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The repetition that was under way, if it counts; else null.</returns>
    public Repetition? Finish()
    {
        Repetition? accepted = null;
        foreach (var candidate in _candidates)
            accepted = Accept(candidate, candidate.Counter.Finish()) ?? accepted;
        return accepted;
    }

    private Repetition? Accept(Candidate candidate, Repetition? repetition)
    {
        if (repetition is null)
            return null;
        if (_lastWhole is { } last && last.Exercise != repetition.Exercise && repetition.Start < last.End)
            return null;

        candidate.Note(repetition);
        if (!repetition.Partial)
            _lastWhole = repetition;
        return repetition;
    }

    private sealed class Candidate(RepetitionCounter counter)
    {
        public RepetitionCounter Counter => counter;

        public ExerciseKind? Kind { get; private set; }

        public double WholeRangeDegrees { get; private set; }

        public void Note(Repetition repetition)
        {
            Kind = repetition.Exercise;
            WholeRangeDegrees += repetition.Partial ? 0 : repetition.RangeDegrees;
        }
    }
}
