using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>
/// One step of a script, as it truly is. A foot's stance lasts from the initial contact of one of its steps to the toe-off of its next.
/// </summary>
public sealed record ScriptedStep
{
    /// <summary>Gets the foot that steps.</summary>
    public required Side Side { get; init; }

    /// <summary>Gets when that foot leaves the floor.</summary>
    public required TimeSpan ToeOff { get; init; }

    /// <summary>Gets when it is on the floor again.</summary>
    public required TimeSpan InitialContact { get; init; }

    /// <summary>Gets how far ahead of the other foot it lands, along the way the figure faces, metres.</summary>
    public required float LengthMetres { get; init; }

    /// <summary>Gets how heavily it treads, see <see cref="WalkPlan.TreadFactor"/>.</summary>
    public float TreadFactor { get; init; } = 1;
}
