namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>One step as an insole saw it: a contact of the foot with the floor in walking.</summary>
public readonly record struct InsoleStep
{
    /// <summary>Gets the contact.</summary>
    public required FootContact Contact { get; init; }

    /// <summary>Gets the stream time at which the step was known: 200 ms after the foot was unloaded.</summary>
    public required TimeSpan KnownAt { get; init; }

    /// <summary>Gets the largest force, N.</summary>
    public required double PeakNewtons { get; init; }

    /// <summary>Gets the mean force of the stance, N.</summary>
    public required double MeanNewtons { get; init; }

    /// <summary>Gets the contact impulse, the force integrated over the stance, N·s.</summary>
    public required double ImpulseNewtonSeconds { get; init; }

    /// <summary>Gets when the force passed a tenth of the usual peak on landing: steadier than initial contact, on which a drifting sensor tells.</summary>
    public required TimeSpan LoadedAt { get; init; }

    /// <summary>Gets for how long the force was above a tenth of the usual peak, s.</summary>
    public required double LoadedSeconds { get; init; }

    /// <summary>Gets a value indicating whether the foot bore about as much as in the steps before; false when there were too few to tell.</summary>
    internal bool BearsTheWearer { get; init; }

    /// <summary>Gets the way of the centre of pressure; null without a geometry.</summary>
    public required CentrePath? CentreOfPressure { get; init; }
}

/// <summary>The way of the centre of pressure in one stance, in shares of the insole's length and width.</summary>
/// <param name="StartX">Where it began along the foot, −0.5 to 0.5.</param>
/// <param name="EndX">Where it ended along the foot, −0.5 to 0.5.</param>
/// <param name="Length">How far apart its hindmost and foremost points are, of the length, 0–1.</param>
/// <param name="Width">How far apart its points are across the foot, of the width, 0–1.</param>
public readonly record struct CentrePath(double StartX, double EndX, double Length, double Width);
