using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>Lays a part's surface over what a pixel shows so far.</summary>
internal readonly struct Surface
{
    /// <summary>Where two parts of one colour meet, they run into each other over this part of the thickness: a body has no seams.</summary>
    private const float SoftShare = 0.2f;

    /// <summary>Where different ones meet, just enough to soften the line, metres.</summary>
    private const float HemMetres = 0.001f;

    private readonly Rgb _colour;
    private readonly int _material;
    private readonly float _softMetres;

    public Surface(Rgb colour, float thicknessMetres)
    {
        _colour = colour;
        _material = (colour.Red << 16) | (colour.Green << 8) | colour.Blue;
        _softMetres = MathF.Max(HemMetres, SoftShare * thicknessMetres);
    }

    /// <summary>How far this surface is in front of what is there: 1 = clearly, 0 = clearly not.</summary>
    public float InFront(in Canvas canvas, int pixel, float depth)
    {
        var gap = canvas.Depth[pixel] - depth;
        if (MathF.Abs(gap) >= _softMetres)
            return gap > 0 ? 1 : 0;
        var soft = canvas.Material[pixel] == _material ? _softMetres : HemMetres;
        return Math.Clamp(0.5f + (gap / (2 * soft)), 0, 1);
    }

    public void Paint(in Canvas canvas, int pixel, float depth, float coverage, float brightness)
    {
        if (coverage > 0.5f && depth < canvas.Depth[pixel])
            (canvas.Depth[pixel], canvas.Material[pixel]) = (depth, _material);
        var rgb = canvas.Rgb.Slice(pixel * 3, 3);
        var (red, green, blue) = (Lit(_colour.Red, brightness), Lit(_colour.Green, brightness), Lit(_colour.Blue, brightness));
        (rgb[0], rgb[1], rgb[2]) = coverage >= 1
            ? ((byte)red, (byte)green, (byte)blue)
            : (Blend(rgb[0], red, coverage), Blend(rgb[1], green, coverage), Blend(rgb[2], blue, coverage));
    }

    private static float Lit(byte colour, float brightness) => MathF.Min(255, (colour * brightness) + 0.5f);

    private static byte Blend(byte behind, float front, float coverage) => (byte)(behind + (coverage * (front - behind)));
}
