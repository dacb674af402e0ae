using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>One problem from its first flag to its last: opened once, revised when it gets graver, ended once.</summary>
/// <param name="exercise">The exercise; null when the problem belongs to none.</param>
/// <param name="key">What tells it from any other problem in the session.</param>
internal sealed class Problem(ExerciseKind? exercise, string key)
{
    private string _kind = "";
    private string _rule = "";
    private TimeSpan _onset;

    public bool IsOpen { get; private set; }

    /// <summary>Gets the gravest that was told.</summary>
    public FlagSeverity Severity { get; private set; }

    public Flag Open(string kind, string rule, TimeSpan onset, TimeSpan at, in Verdict verdict)
    {
        (IsOpen, _kind, _rule, _onset, Severity) = (true, kind, rule, onset, verdict.Severity);
        return Flag(FlagPhase.New, at, verdict);
    }

    public Flag Revise(TimeSpan at, in Verdict verdict)
    {
        Severity = verdict.Severity > Severity ? verdict.Severity : Severity;
        return Flag(FlagPhase.Update, at, verdict);
    }

    public Flag End(TimeSpan at, in Verdict verdict)
    {
        IsOpen = false;
        return Flag(FlagPhase.End, at, verdict);
    }

    private Flag Flag(FlagPhase phase, TimeSpan at, in Verdict verdict) => new()
    {
        Problem = key,
        Kind = _kind,
        Phase = phase,
        Severity = verdict.Severity,
        RaisedAt = at,
        OnsetAt = _onset,
        Exercise = exercise,
        Side = verdict.Side,
        Measure = verdict.Measure,
        Evidence = verdict.Evidence,
        Explanation = verdict.Explanation,
        Rule = _rule,
    };
}

/// <summary>What is said of a problem at one time.</summary>
internal readonly record struct Verdict(
    FlagSeverity Severity,
    Side Side,
    FlagMeasure Measure,
    IReadOnlyList<(int Repetition, double Value)> Evidence,
    string Explanation);
