namespace PhysioEdge.Simulation.Motion;

/// <summary>How one repetition is to be done.</summary>
public sealed record RepetitionPlan
{
    /// <summary>
    /// Gets how far it goes, degrees. Squat: knee flexion at the deepest point. Sit-to-stand: knee flexion when seated.
    /// Knee extension: how far the knee moves from its seated angle. Shoulder abduction: abduction at the top.
    /// Marching: the hip's 3-point angle at the top. Single-leg stance: knee flexion of the lifted leg.
    /// </summary>
    public float RangeDegrees { get; init; } = 90;

    /// <summary>Gets by how much the left side goes further than the right, degrees; squat and two-armed abduction only.</summary>
    public float SideDifferenceDegrees { get; init; }

    /// <summary>Gets the forward lean of the trunk where it is greatest, degrees; null = what suits the movement.</summary>
    public float? TrunkLeanDegrees { get; init; }

    /// <summary>
    /// Gets the sideways lean of the trunk where it is greatest, degrees: positive towards the repetition's side (with both
    /// sides: to the left), negative away from it.
    /// </summary>
    public float TrunkSideLeanDegrees { get; init; }

    /// <summary>Gets a value indicating whether this is meant as one that is not gone through with; the truth then says so.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Gets the time from rest to the far point, seconds.</summary>
    public double OutSeconds { get; init; } = 1.4;

    /// <summary>Gets the time at the far point, seconds.</summary>
    public double HoldSeconds { get; init; } = 0.3;

    /// <summary>Gets the time from the far point back to rest, seconds.</summary>
    public double BackSeconds { get; init; } = 1.3;

    /// <summary>Gets the time at rest before the next repetition, seconds.</summary>
    public double PauseSeconds { get; init; } = 0.8;
}
