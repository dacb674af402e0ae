using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>Groups the repetitions of one exercise into sets: a pause longer than the plan allows ends one.</summary>
public sealed class SetTracker(TimeSpan maxPause)
{
    private readonly List<Repetition> _repetitions = [];

    /// <summary>Gets how many sets have ended.</summary>
    public int Ended { get; private set; }

    /// <summary>Gets the repetitions of the set under way; empty between sets.</summary>
    public IReadOnlyList<Repetition> Current => _repetitions;

    /// <summary>Takes in the next repetition.</summary>
    public void Add(Repetition repetition) => _repetitions.Add(repetition);

    /// <summary>Lets time pass.</summary>
    /// <param name="now">The time.</param>
    /// <param name="moving">True while a repetition of the exercise is under way: then no pause is running.</param>
    /// <returns>The set that has ended with the pause; else null.</returns>
    public ExerciseSet? Advance(TimeSpan now, bool moving)
        => _repetitions.Count > 0 && !moving && now - _repetitions[^1].End > maxPause ? Close() : null;

    /// <summary>Ends the session.</summary>
    /// <returns>The set that was under way; else null.</returns>
    public ExerciseSet? Finish() => _repetitions.Count > 0 ? Close() : null;

    private ExerciseSet? Close()
    {
        var repetitions = _repetitions.ToArray();
        _repetitions.Clear();

        // A lone half movement between sets is somebody shifting about.
        return repetitions is [{ Partial: true }] ? null : new ExerciseSet(++Ended, repetitions);
    }
}

/// <summary>One run of repetitions of an exercise.</summary>
/// <param name="Number">Its number in the session, from 1.</param>
/// <param name="Repetitions">Its repetitions in order, at least one.</param>
public sealed record ExerciseSet(int Number, IReadOnlyList<Repetition> Repetitions)
{
    /// <summary>Gets how many repetitions were whole.</summary>
    public int Whole => Repetitions.Count(r => !r.Partial);

    /// <summary>Gets how many repetitions were begun but not completed.</summary>
    public int Partial => Repetitions.Count(r => r.Partial);

    /// <summary>Gets the mean range of the whole repetitions, degrees; null when there were none.</summary>
    public double? MeanRangeDegrees => Whole > 0 ? WholeRanges().Average() : null;

    /// <summary>Gets the standard deviation of the ranges of the whole repetitions, degrees: how consistent the depth was; null below two.</summary>
    public double? RangeDeviationDegrees
        => Whole > 1 ? Math.Sqrt(WholeRanges().Sum(r => Math.Pow(r - MeanRangeDegrees!.Value, 2)) / (Whole - 1)) : null;

    private IEnumerable<double> WholeRanges() => Repetitions.Where(r => !r.Partial).Select(r => r.RangeDegrees);
}
