using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>One cycle of an exercise: out of rest, to the peak, and back.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Side">The side that moved.</param>
/// <param name="Start">When a twentieth of the range was passed on the way out.</param>
/// <param name="Peak">When the movement turned; the middle of the hold when there was one.</param>
/// <param name="End">When the last twentieth of the range was reached on the way back.</param>
/// <param name="RangeDegrees">The range of motion travelled, degrees, above 0.</param>
/// <param name="PeakDegrees">The joint angle at the peak (the smallest knee flexion in a sit-to-stand or knee extension), degrees.</param>
/// <param name="LeftRangeDegrees">The range travelled by the left side, degrees; null when it was not seen.</param>
/// <param name="RightRangeDegrees">The range travelled by the right side, degrees; null when it was not seen.</param>
/// <param name="Partial">True when it is an attempt: too small for a whole repetition, or not brought to its end.</param>
/// <param name="Quality">How far the angles behind it can be trusted, 0–1.</param>
public sealed record Repetition(
    ExerciseKind Exercise,
    Side Side,
    TimeSpan Start,
    TimeSpan Peak,
    TimeSpan End,
    double RangeDegrees,
    double PeakDegrees,
    double? LeftRangeDegrees,
    double? RightRangeDegrees,
    bool Partial,
    double Quality)
{
    /// <summary>Gets how it was done; null when that was not measured.</summary>
    public RepetitionForm? Form { get; init; }

    /// <summary>Gets how like the patient's own good ones it was; null while there is nothing to compare it with.</summary>
    public FormScore? Score { get; init; }

    /// <summary>Gets the range of what told the repetition, degrees: that of the joint, unless a camera shows something else better.</summary>
    internal double ExcursionDegrees { get; init; } = RangeDegrees;

    /// <summary>Gets the time from rest to the peak.</summary>
    public TimeSpan OutwardDuration => Peak - Start;

    /// <summary>Gets the time from the peak back to rest.</summary>
    public TimeSpan ReturnDuration => End - Peak;

    /// <summary>Gets the symmetry of the two sides' ranges; null when one was not seen or only one was to move.</summary>
    public double? SymmetryIndexPercent
        => Side == Side.Both && LeftRangeDegrees is { } left && RightRangeDegrees is { } right ? Symmetry.IndexPercent(left, right) : null;
}
