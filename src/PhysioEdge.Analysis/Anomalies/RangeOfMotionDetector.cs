using System.Globalization;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>
/// Flags whole repetitions that stay below a prescribed target: one problem for a session and measure, new at the first such
/// repetition, updated when one is graver than any before, ended with the session.
/// </summary>
/// <remarks>Values are compared as they are shown, in whole degrees: what reads as the target has reached it.</remarks>
public sealed class RangeOfMotionDetector(ExerciseLimits limits, MeasureLimit measure)
{
    private const string Rule = "rom-low/1";

    private readonly List<(int Repetition, double Value)> _evidence = [];
    private readonly string _exerciseName = ExerciseDefinition.Of(limits.Exercise).Name;
    private Finding? _worst;
    private TimeSpan _onset;
    private int _belowTarget;

    /// <summary>Takes in the next repetition.</summary>
    /// <param name="repetition">The repetition; partial ones are passed over.</param>
    /// <param name="number">Its number among the whole repetitions of the session, from 1.</param>
    /// <param name="at">When it was known.</param>
    /// <returns>A new or updated flag; null when there is nothing new to say.</returns>
    public Flag? Add(Repetition repetition, int number, TimeSpan at)
    {
        if (repetition.Partial)
            return null;

        var (value, side) = Read(repetition);
        _evidence.Add((number, value));
        if (value >= measure.Target)
            return null;

        _belowTarget++;
        var finding = new Finding(number, value, side, SeverityOf(value), repetition.Quality);
        if (_worst is not { } worst)
        {
            _onset = repetition.Start;
            _worst = finding;
            return Raise(FlagPhase.New, finding, at, Sentence(finding));
        }

        if (value < worst.Value)
            _worst = finding;
        return finding.Severity > worst.Severity ? Raise(FlagPhase.Update, finding, at, Sentence(finding)) : null;
    }

    /// <summary>Ends the session.</summary>
    /// <returns>The last word on the problem; null when there was none.</returns>
    public Flag? Finish(TimeSpan at)
    {
        if (_worst is not { } worst)
            return null;
        _worst = null;
        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"{Sided(worst.Side)} stayed below the target of {measure.Target:F0}° in {_belowTarget} of {_evidence.Count} repetitions of {_exerciseName}; the least was {worst.Value:F0}° in repetition {worst.Repetition}.");
        return Raise(FlagPhase.End, worst, at, sentence);
    }

    private FlagSeverity SeverityOf(double value)
        => value < (measure.Limit ?? double.NegativeInfinity) ? FlagSeverity.Moderate : FlagSeverity.Minor;

    /// <summary>The value that counts and whose it is: where each side moves on its own, the side that falls short.</summary>
    private (double Value, Side Side) Read(Repetition repetition)
    {
        if (measure.Measure == RepetitionMeasure.Peak)
            return (Math.Round(repetition.PeakDegrees), repetition.Side);

        var mean = Math.Round(repetition.RangeDegrees);
        if (repetition is not { Side: Side.Both, LeftRangeDegrees: { } left, RightRangeDegrees: { } right }
            || ExerciseDefinition.Of(repetition.Exercise).SidesTogether)
        {
            return (mean, repetition.Side);
        }

        var (leftShort, rightShort) = (Math.Round(left) < measure.Target, Math.Round(right) < measure.Target);
        return (leftShort, rightShort) switch
        {
            (true, false) => (Math.Round(left), Side.Left),
            (false, true) => (Math.Round(right), Side.Right),
            _ => (Math.Round(Math.Min(left, right)), Side.Both),
        };
    }

    private string Sentence(Finding finding)
    {
        var limit = measure.Limit is { } l ? string.Create(CultureInfo.InvariantCulture, $", limit {l:F0}°") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Sided(finding.Side)} reached {finding.Value:F0}° in repetition {finding.Repetition} of {_exerciseName} (target {measure.Target:F0}°{limit}).");
    }

    private string Sided(Side side) => side switch
    {
        Side.Left => $"Left {measure.DisplayName}",
        Side.Right => $"Right {measure.DisplayName}",
        _ => char.ToUpperInvariant(measure.DisplayName[0]) + measure.DisplayName[1..],
    };

    private Flag Raise(FlagPhase phase, Finding finding, TimeSpan at, string explanation) => new()
    {
        Problem = $"rom.deficit/{_exerciseName}/{measure.Code}",
        Kind = "rom.deficit",
        Phase = phase,
        Severity = finding.Severity,
        RaisedAt = at,
        OnsetAt = _onset,
        Exercise = limits.Exercise,
        Side = finding.Side,
        Measure = new FlagMeasure(measure.Code, finding.Value, "deg", measure.Target, measure.Limit, finding.Quality),
        Evidence = [.. _evidence],
        Explanation = explanation,
        Rule = Rule,
    };

    private readonly record struct Finding(int Repetition, double Value, Side Side, FlagSeverity Severity, double Quality);
}
