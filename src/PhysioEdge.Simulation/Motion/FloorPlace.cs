namespace PhysioEdge.Simulation.Motion;

/// <summary>A place on the floor and a direction to face. The patient's usual one is the origin, facing 0.</summary>
/// <param name="AheadMetres">Towards a camera at yaw 0.</param>
/// <param name="LeftMetres">To the left of a person at the origin who faces that camera.</param>
/// <param name="FacingDegrees">0 = towards a camera at yaw 0, positive turned to the own left.</param>
public readonly record struct FloorPlace(float AheadMetres, float LeftMetres, float FacingDegrees);
