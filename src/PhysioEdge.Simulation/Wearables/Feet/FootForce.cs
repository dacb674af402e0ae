namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>What one foot bears at a moment.</summary>
/// <param name="Newtons">The vertical force, N; 0 in the air.</param>
/// <param name="X">The centre of pressure along the foot, −0.5 at the heel to 0.5 at the toes.</param>
/// <param name="Y">The centre of pressure across the foot, −0.5 to 0.5.</param>
public readonly record struct FootForce(double Newtons, double X, double Y);
