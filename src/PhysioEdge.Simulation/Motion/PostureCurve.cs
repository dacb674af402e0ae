namespace PhysioEdge.Simulation.Motion;

/// <summary>The way of the body through one movement: phase 0 = rest, 1 = the far point.</summary>
internal delegate Posture PostureCurve(float phase, SwayOffsets sway);
