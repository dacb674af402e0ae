namespace PhysioEdge.Analysis.Gait;

/// <summary>A change of direction while walking.</summary>
/// <param name="Start">When it began: the toe-off of the first foot to turn.</param>
/// <param name="End">When it was over: the last initial contact in the new direction.</param>
/// <param name="AngleDegrees">How far the patient turned, degrees, positive to the left; null when only the rhythm told of it.</param>
public readonly record struct Turn(TimeSpan Start, TimeSpan End, double? AngleDegrees);

/// <summary>A time in which the patient stood on both feet.</summary>
/// <param name="Start">Since when both feet bore the wearer.</param>
/// <param name="End">When one of them no longer did.</param>
public readonly record struct StandingPeriod(TimeSpan Start, TimeSpan End)
{
    /// <summary>Gets how long it was, s, 1 or more.</summary>
    public double Seconds => (End - Start).TotalSeconds;
}
