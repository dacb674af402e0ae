using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>Where the patient is in the repetition under way, for whoever wants to show it live.</summary>
/// <param name="Exercise">The exercise that is being done now: the only one looked for, or the one recognised; null while that is not clear.</param>
/// <param name="Side">The side that moves (in a single-leg stance the one that is stood on); null while that is not clear.</param>
/// <param name="Phase">Whether the movement rests, goes out or comes back.</param>
/// <param name="IsHolding">True while the far point is held.</param>
/// <param name="RangeDegrees">The range travelled so far in the repetition under way, degrees; 0 at rest.</param>
/// <param name="AngleDegrees">The joint angle that tells the repetition, degrees, as it is now; NaN while it is not known.</param>
/// <param name="HoldSeconds">How long the far point has been held, s; 0 while it is not.</param>
public readonly record struct RepetitionProgress(
    ExerciseKind? Exercise,
    Side? Side,
    RepetitionPhase Phase,
    bool IsHolding,
    double RangeDegrees,
    double AngleDegrees,
    double HoldSeconds)
{
    /// <summary>Gets how far from rest the movement is now, degrees; 0 while that is not known.</summary>
    public double ExcursionDegrees { get; init; }

    /// <summary>Gets the progress of somebody who does nothing that is known.</summary>
    public static RepetitionProgress None => new(null, null, RepetitionPhase.Rest, false, 0, double.NaN, 0);
}

/// <summary>The parts of a repetition.</summary>
public enum RepetitionPhase
{
    /// <summary>Between repetitions.</summary>
    Rest,

    /// <summary>On the way to the far point, or at it.</summary>
    Outward,

    /// <summary>On the way back.</summary>
    Returning,
}
