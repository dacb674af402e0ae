namespace PhysioEdge.Simulation.Body;

/// <summary>An sRGB colour, 8 bits a channel.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue);
