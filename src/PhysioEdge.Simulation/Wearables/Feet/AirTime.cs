namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>A time for which a foot is in the air, seconds of the script.</summary>
internal readonly record struct AirTime(double From, double To, bool IsStep);
