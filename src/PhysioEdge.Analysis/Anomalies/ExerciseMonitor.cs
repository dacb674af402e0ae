using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>Watches one prescribed exercise through a session: its sets, its repetitions against their targets.</summary>
public sealed class ExerciseMonitor
{
    private readonly ExerciseLimits _limits;
    private readonly SetTracker _sets;
    private readonly SetCompletionDetector _setCompletion;
    private readonly RangeOfMotionDetector[] _rangeOfMotion;
    private int _wholeRepetitions;

    /// <param name="limits">What is prescribed.</param>
    public ExerciseMonitor(ExerciseLimits limits)
    {
        _limits = limits;
        _sets = new SetTracker(limits.MaxPause);
        _setCompletion = new SetCompletionDetector(limits);
        _rangeOfMotion = [.. limits.Measures.Select(m => new RangeOfMotionDetector(limits, m))];
    }

    /// <summary>Gets what is prescribed.</summary>
    public ExerciseLimits Limits => _limits;

    /// <summary>Gets the repetitions of the set under way; empty between sets.</summary>
    public IReadOnlyList<Repetition> CurrentSet => _sets.Current;

    /// <summary>Gets how many sets have ended.</summary>
    public int EndedSets => _sets.Ended;

    /// <summary>Whether that repetition is of the exercise and side that this one watches.</summary>
    public bool Concerns(Repetition repetition)
        => repetition.Exercise == _limits.Exercise && (_limits.Side == Side.Both || repetition.Side == _limits.Side);

    /// <summary>Takes in a repetition of this exercise.</summary>
    /// <param name="repetition">The repetition.</param>
    /// <param name="now">The time.</param>
    /// <param name="flags">Where flags go.</param>
    public void Add(Repetition repetition, TimeSpan now, ICollection<Flag> flags)
    {
        _sets.Add(repetition);
        _wholeRepetitions += repetition.Partial ? 0 : 1;
        foreach (var detector in _rangeOfMotion)
            AddIfAny(flags, detector.Add(repetition, _wholeRepetitions, now));
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="now">The time.</param>
    /// <param name="moving">True while a repetition is under way.</param>
    /// <param name="flags">Where flags go.</param>
    public void Advance(TimeSpan now, bool moving, ICollection<Flag> flags)
    {
        if (_sets.Advance(now, moving) is { } set)
            AddIfAny(flags, _setCompletion.Check(set, now));
    }

    /// <summary>Ends the session: the set under way is over, and so are all problems.</summary>
    /// <param name="now">The time.</param>
    /// <param name="flags">Where flags go.</param>
    public void Finish(TimeSpan now, ICollection<Flag> flags)
    {
        if (_sets.Finish() is { } set)
            AddIfAny(flags, _setCompletion.Check(set, now));
        foreach (var detector in _rangeOfMotion)
            AddIfAny(flags, detector.Finish(now));
    }

    private static void AddIfAny(ICollection<Flag> flags, Flag? flag)
    {
        if (flag is not null)
            flags.Add(flag);
    }
}
