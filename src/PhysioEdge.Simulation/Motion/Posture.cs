namespace PhysioEdge.Simulation.Motion;

/// <summary>The joint angles of one moment, anatomical degrees: 0 = neutral, flexion positive.</summary>
/// <remarks>The trunk leans forward in one piece, pelvis included.</remarks>
public readonly record struct Posture
{
    public LegPosture LeftLeg { get; init; }

    public LegPosture RightLeg { get; init; }

    public ArmPosture LeftArm { get; init; }

    public ArmPosture RightArm { get; init; }

    /// <summary>Gets the forward inclination of the trunk from vertical.</summary>
    public float TrunkLeanDegrees { get; init; }

    public Support Support { get; init; }
}
