using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>
/// Flags whole repetitions that stay below a prescribed target, and a range that falls from what it was: one problem for a
/// session and measure, named after what was found first, updated when it becomes graver or the other comes to it, ended with the session.
/// </summary>
/// <remarks>Values are compared as they are shown, in whole degrees or seconds: what reads as the target has reached it.</remarks>
internal sealed class RangeOfMotionDetector
{
    private readonly List<(int Repetition, double Value)> _evidence = [];
    private readonly Watch _watch;
    private readonly RangeDecline? _decline;
    private readonly Problem _problem;
    private readonly RangeSentences _sentences;
    private Finding? _worst;
    private int _belowTarget;
    private double? _fallenFrom;

    /// <summary>A measure with a target.</summary>
    public RangeOfMotionDetector(ExerciseLimits limits, MeasureLimit measure)
        : this(limits, new Watch(measure.Code, measure.DisplayName, measure.Measure, measure.Target, measure.Limit, measure.Unit))
    {
    }

    /// <summary>A range without one.</summary>
    public RangeOfMotionDetector(ExerciseLimits limits, WatchedRange range)
        : this(limits, new Watch(range.Code, range.DisplayName, RepetitionMeasure.Range, null, null, "deg"))
    {
    }

    private RangeOfMotionDetector(ExerciseLimits limits, Watch watch)
    {
        _watch = watch;
        var exercise = ExerciseDefinition.Of(limits.Exercise).Name;
        _decline = watch.Measure == RepetitionMeasure.Range ? new RangeDecline() : null;
        _problem = new Problem(limits.Exercise, $"rom/{exercise}/{limits.Side}/{watch.Code}");
        _sentences = new RangeSentences(exercise, watch);
    }

    /// <summary>A new set begins.</summary>
    public void BeginSet() => _decline?.BeginSet();

    /// <summary>Takes in the next repetition.</summary>
    /// <param name="repetition">The repetition; partial ones are passed over.</param>
    /// <param name="number">Its number among the whole repetitions of the session, from 1.</param>
    /// <param name="at">When it was known.</param>
    /// <returns>A new or updated flag; null when there is nothing new to say.</returns>
    public Flag? Add(Repetition repetition, int number, TimeSpan at)
    {
        if (repetition.Partial || Read(repetition) is not var (value, side))
            return null;

        _evidence.Add((number, value));
        var usual = _decline?.Add(value);
        var newlyFallen = usual is not null && _fallenFrom is null;
        _fallenFrom ??= usual;
        var below = value < _watch.Target;
        _belowTarget += below ? 1 : 0;
        if (!below && usual is null)
            return null;

        var finding = new Finding(number, value, side, SeverityOf(value), repetition.Quality);
        if (!(value >= _worst?.Value))
            _worst = finding;
        if (!_problem.IsOpen)
            return Open(finding, below, repetition.Start, at);
        return newlyFallen || finding.Severity > _problem.Severity ? _problem.Revise(at, Say(finding, _sentences.Of(finding, _fallenFrom))) : null;
    }

    /// <summary>Ends the session.</summary>
    /// <returns>The last word on the problem; null when there was none.</returns>
    public Flag? Finish(TimeSpan at)
        => _problem.IsOpen && _worst is { } worst
            ? _problem.End(at, Say(worst, _sentences.Last(worst, _fallenFrom, _belowTarget, _evidence.Count)))
            : null;

    private Flag Open(Finding finding, bool below, TimeSpan onset, TimeSpan at)
    {
        var (kind, rule) = below ? ("rom.deficit", "rom-low/1") : ("rom.decline", "rom-fall/1");
        return _problem.Open(kind, rule, onset, at, Say(finding, _sentences.Of(finding, _fallenFrom)));
    }

    private FlagSeverity SeverityOf(double value)
        => value < (_watch.Limit ?? double.NegativeInfinity) ? FlagSeverity.Moderate : FlagSeverity.Minor;

    /// <summary>The value that counts and whose it is: where each side moves on its own, the side that falls short. Null when it was not measured.</summary>
    private (double Value, Side Side)? Read(Repetition repetition)
    {
        if (_watch.Measure == RepetitionMeasure.Hold)
            return repetition.Form is { } form ? (Math.Round(form.HoldSeconds), repetition.Side) : null;
        if (_watch.Measure == RepetitionMeasure.Peak)
            return (Math.Round(repetition.PeakDegrees), repetition.Side);

        var mean = Math.Round(repetition.RangeDegrees);
        if (_watch.Target is not { } target
            || repetition is not { Side: Side.Both, LeftRangeDegrees: { } left, RightRangeDegrees: { } right }
            || ExerciseDefinition.Of(repetition.Exercise).SidesTogether)
        {
            return (mean, repetition.Side);
        }

        var (leftShort, rightShort) = (Math.Round(left) < target, Math.Round(right) < target);
        return (leftShort, rightShort) switch
        {
            (true, false) => (Math.Round(left), Side.Left),
            (false, true) => (Math.Round(right), Side.Right),
            _ => (Math.Round(Math.Min(left, right)), Side.Both),
        };
    }

    private Verdict Say(Finding finding, string explanation) => new(
        finding.Severity,
        finding.Side,
        new FlagMeasure(_watch.Code, finding.Value, _watch.Unit, _watch.Target, _watch.Limit, finding.Quality) { Baseline = _fallenFrom },
        [.. _evidence],
        explanation);

    /// <summary>What is watched.</summary>
    internal sealed record Watch(string Code, string DisplayName, RepetitionMeasure Measure, double? Target, double? Limit, string Unit);

    internal readonly record struct Finding(int Repetition, double Value, Side Side, FlagSeverity Severity, double Quality);
}
