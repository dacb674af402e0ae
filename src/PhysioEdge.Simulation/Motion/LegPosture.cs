namespace PhysioEdge.Simulation.Motion;

/// <summary>The angles of one leg. It moves in the plane of its foot, which points a little outwards.</summary>
/// <param name="HipFlexionDegrees">Thigh forward of the trunk's line.</param>
/// <param name="HipAbductionDegrees">The leg's plane tilted outwards.</param>
/// <param name="KneeFlexionDegrees">Shank behind the thigh's line.</param>
/// <param name="AnkleDorsiflexionDegrees">Toes towards the shin.</param>
public readonly record struct LegPosture(
    float HipFlexionDegrees,
    float HipAbductionDegrees,
    float KneeFlexionDegrees,
    float AnkleDorsiflexionDegrees)
{
    /// <summary>Gets how much further outwards than usual the leg's plane, and with it the foot, is turned.</summary>
    public float OutwardTurnDegrees { get; init; }
}
