using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>Watches one prescribed exercise through a session: its sets, and how far and how well its repetitions are done.</summary>
public sealed class ExerciseMonitor
{
    private readonly ExerciseLimits _limits;
    private readonly SetTracker _sets;
    private readonly SetCompletionDetector _setCompletion;
    private readonly ViewDetector _view;
    private readonly RangeOfMotionDetector[] _rangeOfMotion;
    private readonly CompensationDetector _compensation;
    private readonly TempoDetector _tempo;
    private readonly FormDetector[] _form;
    private int _wholeRepetitions;

    /// <param name="limits">What is prescribed.</param>
    public ExerciseMonitor(ExerciseLimits limits)
    {
        _limits = limits;
        _sets = new SetTracker(limits.MaxPause);
        _setCompletion = new SetCompletionDetector(limits);
        _view = new ViewDetector(limits);
        _rangeOfMotion = [.. limits.Measures.Select(m => new RangeOfMotionDetector(limits, m))];
        if (limits.Watched is { } range)
            _rangeOfMotion = [.. _rangeOfMotion, new RangeOfMotionDetector(limits, range)];
        (_compensation, _tempo) = (new CompensationDetector(limits), new TempoDetector(limits));
        _form = [_compensation, _tempo];
    }

    /// <summary>Gets what is prescribed.</summary>
    public ExerciseLimits Limits => _limits;

    /// <summary>Gets the repetitions of the set under way; empty between sets.</summary>
    public IReadOnlyList<Repetition> CurrentSet => _sets.Current;

    /// <summary>Gets how many sets have ended.</summary>
    public int EndedSets => _sets.Ended;

    /// <summary>Gets what was not as it should be in the last whole repetition, though once is not enough for a flag.</summary>
    public FormRemark Remark => _compensation.IsLastBeyond ? FormRemark.TrunkLeans : _tempo.IsLastBeyond ? FormRemark.TooFast : FormRemark.None;

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
        {
            if (_sets.Current.Count == 1)
                detector.BeginSet();
            AddIfAny(flags, detector.Add(repetition, _wholeRepetitions, now));
        }

        foreach (var detector in _form)
            AddIfAny(flags, detector.Add(repetition, _wholeRepetitions, now));
    }

    /// <summary>Whether the patient is in view.</summary>
    /// <param name="now">The time.</param>
    /// <param name="inView">True when a pose was found.</param>
    /// <param name="flags">Where flags go.</param>
    public void See(TimeSpan now, bool inView, ICollection<Flag> flags)
        => AddIfAny(flags, _view.See(now, inView, _sets.Current));

    /// <summary>Lets time pass.</summary>
    /// <param name="now">The time.</param>
    /// <param name="moving">True while a repetition of this exercise is under way.</param>
    /// <param name="flags">Where flags go.</param>
    public void Advance(TimeSpan now, bool moving, ICollection<Flag> flags)
    {
        if (_sets.Advance(now, moving) is { } set)
            AddIfAny(flags, _view.IsAway ? _view.RunOut(now) : _setCompletion.Check(set, now));
    }

    /// <summary>Ends the session: the set under way is over, and so are all problems.</summary>
    /// <param name="now">The time.</param>
    /// <param name="flags">Where flags go.</param>
    public void Finish(TimeSpan now, ICollection<Flag> flags)
    {
        if (_sets.Finish() is { } set && !_view.IsAway)
            AddIfAny(flags, _setCompletion.Check(set, now));
        AddIfAny(flags, _view.Finish(now));
        foreach (var detector in _rangeOfMotion)
            AddIfAny(flags, detector.Finish(now));
        foreach (var detector in _form)
            AddIfAny(flags, detector.Finish(now));
    }

    private static void AddIfAny(ICollection<Flag> flags, Flag? flag)
    {
        if (flag is not null)
            flags.Add(flag);
    }
}
