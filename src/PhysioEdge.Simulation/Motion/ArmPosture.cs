namespace PhysioEdge.Simulation.Motion;

/// <summary>The angles of one arm, relative to the trunk.</summary>
public readonly record struct ArmPosture(
    float ShoulderFlexionDegrees,
    float ShoulderAbductionDegrees,
    float ElbowFlexionDegrees);
