using System.Numerics;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Where a pelvis is that no foot's place tells.</summary>
/// <param name="MidHipMetres">The middle between the hips: x to the figure's left, y up from the floor, z forward.</param>
/// <param name="TurnDegrees">Turned to the figure's left.</param>
/// <param name="HikeDegrees">The left hip higher than the right.</param>
public readonly record struct PelvisPosture(Vector3 MidHipMetres, float TurnDegrees, float HikeDegrees);
