using System.Numerics;

namespace PhysioEdge.Vision.Pose;

/// <summary>The square of the picture that the landmark model looks at: turned so that the body stands upright in it.</summary>
/// <param name="Center">Its middle, in pixels.</param>
/// <param name="Size">The length of a side, in pixels.</param>
/// <param name="Rotation">How far it is turned clockwise, in radians.</param>
internal readonly record struct BodyRegion(Vector2 Center, float Size, float Rotation)
{
    private const float Margin = 1.25f;

    /// <summary>Places a point given in the region (0–1 from its top left corner) in the picture.</summary>
    public Vector2 ToPicture(Vector2 inRegion)
    {
        var (sin, cos) = MathF.SinCos(Rotation);
        var p = (inRegion - new Vector2(0.5f)) * Size;
        return Center + new Vector2((cos * p.X) - (sin * p.Y), (sin * p.X) + (cos * p.Y));
    }

    /// <summary>The region of a body from the middle of its hips and the point on the circle around the whole body above it.</summary>
    public static BodyRegion FromAlignment(Vector2 midHip, Vector2 onCircle)
    {
        var up = onCircle - midHip;
        var rotation = (MathF.PI / 2) - MathF.Atan2(-up.Y, up.X);
        return new BodyRegion(midHip, 2 * up.Length() * Margin, MathF.IEEERemainder(rotation, MathF.Tau));
    }

    /// <summary>The largest square region that holds the whole picture, letterboxed.</summary>
    public static BodyRegion WholePicture(int width, int height)
        => new(new Vector2(width / 2f, height / 2f), Math.Max(width, height), 0);

    public bool IsUsable(int width, int height)
        => float.IsFinite(Center.X) && float.IsFinite(Center.Y) && float.IsFinite(Size) && float.IsFinite(Rotation)
            && Size > 4 && Size < 8f * Math.Max(width, height)
            && Center.X > -Size / 2 && Center.X < width + (Size / 2)
            && Center.Y > -Size / 2 && Center.Y < height + (Size / 2);
}
