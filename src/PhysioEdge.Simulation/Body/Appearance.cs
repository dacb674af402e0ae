namespace PhysioEdge.Simulation.Body;

/// <summary>The colours of a figure.</summary>
public sealed record Appearance
{
    public Rgb Skin { get; init; } = new(224, 178, 148);

    public Rgb Hair { get; init; } = new(74, 54, 42);

    public Rgb Shirt { get; init; } = new(66, 124, 150);

    public Rgb Shorts { get; init; } = new(52, 60, 78);

    public Rgb Shoes { get; init; } = new(236, 236, 232);
}
