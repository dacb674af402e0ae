using System.Numerics;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>One lamp or window, and the light that comes from everywhere.</summary>
public sealed record Lighting
{
    /// <summary>Gets where the light comes from, around the patient: 0 = from the camera's side, positive from the right of the picture.</summary>
    public float YawDegrees { get; init; } = -40;

    /// <summary>Gets how high the light stands above the horizon.</summary>
    public float ElevationDegrees { get; init; } = 42;

    /// <summary>Gets the strength of the lamp, 1 = a lit white surface is white.</summary>
    public float Strength { get; init; } = 0.68f;

    /// <summary>Gets the strength of the light from everywhere.</summary>
    public float Ambient { get; init; } = 0.50f;

    /// <summary>The direction towards the light, in the room.</summary>
    internal Vector3 DirectionFrom(in Projection projection)
    {
        var (sin, cos) = MathF.SinCos(YawDegrees * (MathF.PI / 180));
        var (high, level) = MathF.SinCos(ElevationDegrees * (MathF.PI / 180));
        var towardsCamera = Vector3.Normalize(projection.Forward with { Y = 0 });
        return (level * ((sin * projection.Right) - (cos * towardsCamera))) + (high * Vector3.UnitY);
    }
}
