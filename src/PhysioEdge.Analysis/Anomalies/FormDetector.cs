using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>
/// Flags a way of doing the repetitions that should not be: when two of the last three whole ones are beyond what is allowed, since
/// anybody may do one badly. One problem for the session, updated when it becomes graver, ended with the session.
/// </summary>
internal abstract class FormDetector(ExerciseLimits limits, string kind, string rule)
{
    private const int Lately = 3;
    private const int Enough = 2;

    private readonly Problem _problem = new(limits.Exercise, $"{kind}/{ExerciseDefinition.Of(limits.Exercise).Name}/{limits.Side}");
    private readonly List<(int Repetition, double Value)> _evidence = [];
    private readonly List<Finding> _findings = [];
    private Finding? _worst;

    /// <summary>Gets a value indicating whether the last whole repetition was beyond what is allowed, flagged or not.</summary>
    public bool IsLastBeyond { get; private set; }

    /// <summary>Gets what is prescribed.</summary>
    protected ExerciseLimits Limits => limits;

    /// <summary>Gets the name of the exercise.</summary>
    protected string ExerciseName { get; } = ExerciseDefinition.Of(limits.Exercise).Name;

    /// <summary>Takes in the next repetition.</summary>
    /// <param name="repetition">The repetition; partial ones are passed over.</param>
    /// <param name="number">Its number among the whole repetitions of the session, from 1.</param>
    /// <param name="at">When it was known.</param>
    /// <returns>A new or updated flag; null when there is nothing new to say.</returns>
    public Flag? Add(Repetition repetition, int number, TimeSpan at)
    {
        if (repetition.Partial)
            return null;
        IsLastBeyond = false;
        if (Judge(repetition, number) is not { } finding)
            return null;
        _evidence.Add((number, finding.Value));
        IsLastBeyond = finding.Excess > 0;
        if (!IsLastBeyond)
            return null;
        _findings.Add(finding);
        if (!(finding.Excess < _worst?.Excess))
            _worst = finding;
        if (_problem.IsOpen)
            return SeverityOf(finding) > _problem.Severity ? _problem.Revise(at, Say(finding, Sentence(finding))) : null;
        var lately = _findings.FindAll(f => f.Repetition > number - Lately);
        return lately.Count < Enough ? null : _problem.Open(kind, rule, lately[0].Start, at, Say(finding, Sentence(finding)));
    }

    /// <summary>Ends the session.</summary>
    /// <returns>The last word on the problem; null when there was none.</returns>
    public Flag? Finish(TimeSpan at)
        => _problem.IsOpen && _worst is { } worst
            ? _problem.End(at, Say(worst, LastWord(worst, _findings.Count, _evidence.Count)))
            : null;

    /// <summary>Measures a whole repetition; null when it cannot be judged.</summary>
    protected abstract Finding? Judge(Repetition repetition, int number);

    protected abstract string Sentence(Finding finding);

    protected abstract string LastWord(Finding worst, int count, int of);

    private static FlagSeverity SeverityOf(Finding finding) => finding.Excess >= 1 ? FlagSeverity.Moderate : FlagSeverity.Minor;

    private Verdict Say(Finding finding, string explanation) => new(
        SeverityOf(finding),
        finding.Side,
        new FlagMeasure(finding.Code, finding.Value, finding.Unit, null, finding.Limit, finding.Quality) { Baseline = finding.Usual },
        [.. _evidence],
        explanation);

    /// <summary>What a repetition was like.</summary>
    /// <param name="Repetition">Its number.</param>
    /// <param name="Start">When it began.</param>
    /// <param name="Side">The side that moved.</param>
    /// <param name="Code">The measure's code.</param>
    /// <param name="Value">The value, as it is shown.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Limit">What is allowed; null when the usual decides.</param>
    /// <param name="Usual">What is usual for the patient; null when the limit decides.</param>
    /// <param name="Excess">0 or less = allowed; from 1 on it is grave.</param>
    /// <param name="Quality">0–1.</param>
    protected sealed record Finding(
        int Repetition,
        TimeSpan Start,
        Samples.Side Side,
        string Code,
        double Value,
        string Unit,
        double? Limit,
        double? Usual,
        double Excess,
        double Quality);
}
