using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>What is prescribed for one exercise, as the detectors need it.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Side">The side that is to move.</param>
/// <param name="Sets">How many sets, 1 or more.</param>
/// <param name="RepetitionsPerSet">Whole repetitions in a set, 1 or more.</param>
/// <param name="MaxPause">A pause longer than this ends a set.</param>
/// <param name="Measures">The measures with a target; may be empty.</param>
public sealed record ExerciseLimits(
    ExerciseKind Exercise,
    Side Side,
    int Sets,
    int RepetitionsPerSet,
    TimeSpan MaxPause,
    IReadOnlyList<MeasureLimit> Measures)
{
    /// <summary>Gets the range that is watched for a decline where none is prescribed; null when one is, or the exercise has none.</summary>
    public WatchedRange? Watched { get; init; }

    /// <summary>Gets how far the trunk may lean from where it was at the start of a repetition, degrees; null when the patient's own usual decides.</summary>
    public double? MaxTrunkLeanDegrees { get; init; }

    /// <summary>Gets the shortest time a repetition may take; null for what is usually taught.</summary>
    public TimeSpan? ShortestRepetition { get; init; }

    /// <summary>Gets the prescribed range of motion, degrees; null when none is prescribed.</summary>
    public double? TargetRangeDegrees => Measures.FirstOrDefault(m => m.Measure == RepetitionMeasure.Range)?.Target;
}

/// <summary>A target for one measure of every repetition; more is better.</summary>
/// <param name="Code">The measure's code in care plans and events, for example <c>knee-flexion-rom</c>.</param>
/// <param name="DisplayName">What it is called in a sentence, for example <c>knee flexion</c>.</param>
/// <param name="Measure">What of the repetition it measures.</param>
/// <param name="Target">What the patient should reach, in the <see cref="Unit"/>.</param>
/// <param name="Limit">Below this it is graver, in the <see cref="Unit"/>, at most the target; null when there is no such limit.</param>
public sealed record MeasureLimit(
    string Code,
    string DisplayName,
    RepetitionMeasure Measure,
    double Target,
    double? Limit)
{
    /// <summary>Gets the UCUM unit, <c>deg</c> or <c>s</c>.</summary>
    public string Unit => Measure == RepetitionMeasure.Hold ? "s" : "deg";
}

/// <summary>A range of motion without a target.</summary>
/// <param name="Code">Its code in events, for example <c>knee-flexion-rom</c>.</param>
/// <param name="DisplayName">What it is called in a sentence.</param>
public sealed record WatchedRange(string Code, string DisplayName);

/// <summary>What of a repetition is measured.</summary>
public enum RepetitionMeasure
{
    /// <summary>The range of motion travelled.</summary>
    Range,

    /// <summary>The joint angle at the peak.</summary>
    Peak,

    /// <summary>How long the far point was held, s.</summary>
    Hold,
}
