namespace PhysioEdge.Simulation.Rendering;

/// <summary>A picture in the making: its pixels, how far away the surface in each is (metres), and of what colour it is made.</summary>
internal readonly ref struct Canvas(Span<byte> rgb, Span<float> depth, Span<int> material, int width, int height)
{
    public Span<byte> Rgb { get; } = rgb;

    public Span<float> Depth { get; } = depth;

    public Span<int> Material { get; } = material;

    public int Width { get; } = width;

    public int Height { get; } = height;
}
