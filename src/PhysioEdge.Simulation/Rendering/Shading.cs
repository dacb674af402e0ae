using System.Numerics;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>How bright a surface is that faces a direction of camera space.</summary>
internal readonly struct Shading
{
    /// <summary>How far the light creeps around a body: a window is wide, and a hard edge of shadow looks like a limb's edge.</summary>
    private const float Wrap = 0.35f;

    /// <summary>What the floor gives back against the light from above.</summary>
    private const float GroundShare = 0.55f;

    private readonly Vector3 _lamp;
    private readonly Vector3 _up;
    private readonly float _lampOffset;
    private readonly float _ambient;

    public Shading(Lighting lighting, in Projection projection)
    {
        var direction = projection.Turn(lighting.DirectionFrom(projection));
        _lamp = direction * (lighting.Strength / (1 + Wrap));
        _lampOffset = lighting.Strength * Wrap / (1 + Wrap);
        _up = projection.Turn(Vector3.UnitY) * (lighting.Ambient * (1 - GroundShare) / 2);
        _ambient = lighting.Ambient * (1 + GroundShare) / 2;
    }

    /// <summary>The factor on an sRGB colour for a normal of any length; the square root stands for the display's curve.</summary>
    public float Brightness(Vector3 normal)
    {
        var scale = 1 / normal.Length();
        var lit = MathF.Max(0, (Vector3.Dot(normal, _lamp) * scale) + _lampOffset);
        return MathF.Sqrt(lit + _ambient + (Vector3.Dot(normal, _up) * scale));
    }
}
