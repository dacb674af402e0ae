namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>A point of the floor, seen from a figure's own place and facing: ahead of it and to its left.</summary>
public readonly record struct FloorPoint(float AheadMetres, float LeftMetres);
