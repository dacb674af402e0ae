namespace PhysioEdge.Simulation.Motion;

/// <summary>What sway and tremor add to a posture at one moment, degrees.</summary>
internal readonly record struct SwayOffsets(float Trunk, float Knee, float Arm);
