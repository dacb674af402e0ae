using System.Numerics;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Where a foot is, in the figure's frame.</summary>
/// <param name="Ankle">The ankle joint, metres.</param>
/// <param name="PitchDegrees">0 = flat, positive with the toes up.</param>
/// <param name="HeadingDegrees">Where it points: 0 = forward, positive to the figure's left.</param>
internal readonly record struct FootPlace(Vector3 Ankle, float PitchDegrees, float HeadingDegrees);
