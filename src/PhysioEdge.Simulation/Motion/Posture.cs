namespace PhysioEdge.Simulation.Motion;

/// <summary>The joint angles of one moment, anatomical degrees: 0 = neutral, flexion positive.</summary>
/// <remarks>The trunk leans forward in one piece, pelvis included; sideways it leans and it turns without the pelvis.</remarks>
public readonly record struct Posture
{
    public LegPosture LeftLeg { get; init; }

    public LegPosture RightLeg { get; init; }

    public ArmPosture LeftArm { get; init; }

    public ArmPosture RightArm { get; init; }

    /// <summary>Gets the forward inclination of the trunk from vertical.</summary>
    public float TrunkLeanDegrees { get; init; }

    /// <summary>Gets the inclination of the trunk to the figure's left, negative to its right.</summary>
    public float TrunkSideLeanDegrees { get; init; }

    /// <summary>Gets how far the shoulders are turned to the figure's left.</summary>
    public float TrunkTurnDegrees { get; init; }

    public Support Support { get; init; }

    /// <summary>Gets where the pelvis is when nothing else places it (<see cref="Support.Placed"/>).</summary>
    public PelvisPosture Pelvis { get; init; }

    /// <summary>Gets where on the floor all this happens, seen from the figure's own place.</summary>
    public FloorPlace Place { get; init; }
}
