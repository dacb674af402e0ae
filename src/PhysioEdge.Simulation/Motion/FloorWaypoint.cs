namespace PhysioEdge.Simulation.Motion;

/// <summary>Where a figure is at a time; in between it moves evenly.</summary>
public readonly record struct FloorWaypoint(TimeSpan At, FloorPlace Place);
