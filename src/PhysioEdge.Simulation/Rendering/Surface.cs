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
        var soft = canvas.Material[pixel] == _material ? _softMetres : HemMetres;
        return Math.Clamp(0.5f + ((canvas.Depth[pixel] - depth) / (2 * soft)), 0, 1);
    }

    public void Paint(in Canvas canvas, int pixel, float depth, float coverage, float brightness)
    {
        if (coverage > 0.5f && depth < canvas.Depth[pixel])
            (canvas.Depth[pixel], canvas.Material[pixel]) = (depth, _material);
        var rgb = canvas.Rgb.Slice(pixel * 3, 3);
        rgb[0] = Blend(rgb[0], _colour.Red, coverage, brightness);
        rgb[1] = Blend(rgb[1], _colour.Green, coverage, brightness);
        rgb[2] = Blend(rgb[2], _colour.Blue, coverage, brightness);
    }

    private static byte Blend(byte behind, byte colour, float coverage, float brightness)
    {
        var front = MathF.Min(255, colour * brightness);
        return (byte)(behind + (coverage * (front - behind)) + 0.5f);
    }
}
