using System.Globalization;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>Flags a set that ended with fewer whole repetitions than prescribed. Each set is a problem of its own, told once.</summary>
public sealed class SetCompletionDetector(ExerciseLimits limits)
{
    private const string Rule = "set-short/1";

    private readonly string _exerciseName = ExerciseDefinition.Of(limits.Exercise).Name;

    /// <summary>Looks at a set that has ended.</summary>
    /// <param name="set">The set.</param>
    /// <param name="at">When it was known to have ended.</param>
    /// <returns>A flag when repetitions are missing; else null.</returns>
    public Flag? Check(ExerciseSet set, TimeSpan at)
    {
        if (set.Whole >= limits.RepetitionsPerSet)
            return null;

        var attempts = set.Partial switch
        {
            0 => "",
            1 => "; one more was begun but not completed",
            var n => string.Create(CultureInfo.InvariantCulture, $"; {n} more were begun but not completed"),
        };
        return new Flag
        {
            Problem = string.Create(CultureInfo.InvariantCulture, $"set.unfinished/{_exerciseName}/{set.Number}"),
            Kind = "set.unfinished",
            Phase = FlagPhase.New,
            Severity = 2 * set.Whole < limits.RepetitionsPerSet ? FlagSeverity.Moderate : FlagSeverity.Minor,
            RaisedAt = at,
            OnsetAt = set.Repetitions[^1].End,
            Exercise = limits.Exercise,
            Side = limits.Side,
            Measure = new FlagMeasure("set-repetitions", set.Whole, "{repetitions}", limits.RepetitionsPerSet, null, set.Repetitions.Average(r => r.Quality)),
            Evidence = [.. set.Repetitions.Select((r, i) => (i + 1, Math.Round(r.RangeDegrees)))],
            Explanation = string.Create(
                CultureInfo.InvariantCulture,
                $"Set {set.Number} of {_exerciseName} ended after {set.Whole} of {limits.RepetitionsPerSet} repetitions{attempts}."),
            Rule = Rule,
        };
    }
}
