using System.Numerics;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>
/// A capsule in the picture. At the point u of its axis (0–1) it is the ellipsoid (δ, ζ)ᵀ M (δ, ζ) = r(u)², with δ the offset in
/// the picture and ζ that in depth, all in pixels; so the front surface over a pixel is the least over u of
/// Depth(u) − √(q(u)), where Depth is linear and q quadratic in u. That least value has a closed form (<see cref="CapsuleRaster"/>).
/// Perspective is exact for the axis and for the radii at its ends; within one capsule rays are parallel to the one through its
/// middle, and M is sheared along with them.
/// </summary>
internal readonly struct CapsuleImage
{
    public CapsuleImage(in TaperedCapsule part, in Projection projection)
    {
        var (from, to) = (projection.ToCamera(part.From), projection.ToCamera(part.To));
        PixelsPerMetre = projection.FocalPixels / ((from.Z + to.Z) / 2);
        Start = new Vector3(projection.ToPixel(from), from.Z * PixelsPerMetre);
        Along = new Vector3(projection.ToPixel(to), to.Z * PixelsPerMetre) - Start;
        StartRadius = part.FromRadius * projection.FocalPixels / from.Z;
        Growth = (part.ToRadius * projection.FocalPixels / to.Z) - StartRadius;

        var middle = (from + to) / 2;
        Slant = new Vector2(middle.X, middle.Y) / middle.Z;
        var (x, y, z) = (Axis(part, projection, Vector3.UnitX), Axis(part, projection, Vector3.UnitY), Axis(part, projection, Vector3.UnitZ));
        HalfExtent = MathF.Max(StartRadius, StartRadius + Growth) * Vector2.SquareRoot(Squared(x) + Squared(y) + Squared(z));
        (x, y, z) = (Sheared(x / x.LengthSquared()), Sheared(y / y.LengthSquared()), Sheared(z / z.LengthSquared()));
        MetricX = (x * x.X) + (y * y.X) + (z * z.X);
        MetricY = (x * x.Y) + (y * y.Y) + (z * z.Y);
        MetricZ = (x * x.Z) + (y * y.Z) + (z * z.Z);
        IsNear = MathF.Min(from.Z, to.Z) > 0.1f;
    }

    /// <summary>Gets the axis' first point: pixel, and depth in pixels.</summary>
    public Vector3 Start { get; }

    public Vector3 Along { get; }

    public float StartRadius { get; }

    public float Growth { get; }

    /// <summary>Gets the rows of M, symmetric.</summary>
    public Vector3 MetricX { get; }

    public Vector3 MetricY { get; }

    public Vector3 MetricZ { get; }

    public float PixelsPerMetre { get; }

    /// <summary>Gets how far the ray through the capsule's middle goes sideways for each metre of depth.</summary>
    public Vector2 Slant { get; }

    /// <summary>Gets how far the picture of the larger end reaches from its centre.</summary>
    public Vector2 HalfExtent { get; }

    /// <summary>Gets a value indicating whether the capsule is in front of the lens.</summary>
    public bool IsNear { get; }

    /// <summary>The square of how far an axis of the ellipsoid reaches sideways in the picture.</summary>
    private Vector2 Squared(Vector3 axis)
    {
        var aside = new Vector2(axis.X, axis.Y) - (Slant * axis.Z);
        return aside * aside;
    }

    private Vector3 Sheared(Vector3 axis) => axis with { Z = axis.Z + (axis.X * Slant.X) + (axis.Y * Slant.Y) };

    private static Vector3 Axis(in TaperedCapsule part, in Projection projection, Vector3 unit) =>
        projection.Turn(Vector3.Transform(unit * part.Shape, part.Turn));
}
