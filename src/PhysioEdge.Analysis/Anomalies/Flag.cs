using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>A detector's verdict on something a therapist may want to know.</summary>
public sealed record Flag
{
    /// <summary>Gets what tells this problem from any other in the session: flags with the same key are one problem.</summary>
    public required string Problem { get; init; }

    /// <summary>Gets the kind, for example <c>rom.deficit</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets whether the problem is new, goes on or is over.</summary>
    public required FlagPhase Phase { get; init; }

    /// <summary>Gets how serious it is.</summary>
    public required FlagSeverity Severity { get; init; }

    /// <summary>Gets when it was noticed.</summary>
    public required TimeSpan RaisedAt { get; init; }

    /// <summary>Gets when it began.</summary>
    public required TimeSpan OnsetAt { get; init; }

    /// <summary>Gets the exercise; null when the problem belongs to none.</summary>
    public required ExerciseKind? Exercise { get; init; }

    /// <summary>Gets the side.</summary>
    public required Side Side { get; init; }

    /// <summary>Gets the measured value beside what was expected.</summary>
    public required FlagMeasure Measure { get; init; }

    /// <summary>Gets (repetition number, value) pairs, oldest first; empty when no value was taken.</summary>
    public required IReadOnlyList<(int Repetition, double Value)> Evidence { get; init; }

    /// <summary>Gets one plain sentence for the therapist.</summary>
    public required string Explanation { get; init; }

    /// <summary>Gets the rule and its version, for example <c>rom-low/1</c>.</summary>
    public required string Rule { get; init; }
}

/// <summary>A value beside what was expected of it.</summary>
/// <param name="Code">The measure's code.</param>
/// <param name="Value">The value, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The UCUM unit.</param>
/// <param name="Target">What is prescribed; null when nothing is.</param>
/// <param name="Limit">Where it becomes graver, or what must not be passed; null when there is no such limit.</param>
/// <param name="Quality">How far the value can be trusted, 0–1.</param>
public sealed record FlagMeasure(string Code, double Value, string Unit, double? Target, double? Limit, double Quality)
{
    /// <summary>Gets what is usual for this patient, in <see cref="Unit"/>; null where that does not matter.</summary>
    public double? Baseline { get; init; }
}

/// <summary>Where in its life a problem is.</summary>
public enum FlagPhase
{
    /// <summary>Seen for the first time.</summary>
    New,

    /// <summary>Graver than before.</summary>
    Update,

    /// <summary>Over.</summary>
    End,
}

/// <summary>How serious a flag is.</summary>
public enum FlagSeverity
{
    /// <summary>Short of the target, within the limit.</summary>
    Minor,

    /// <summary>Beyond the limit.</summary>
    Moderate,
}
