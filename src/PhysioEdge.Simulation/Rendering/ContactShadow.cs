using System.Numerics;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>Soft round shadows on the floor, where feet and stool stand.</summary>
internal static class ContactShadow
{
    /// <summary>Darkens the floor around a point of it: by that part in the middle, not at all from the radius on.</summary>
    public static void Draw(in Canvas canvas, in Projection projection, Vector3 floor, float radiusMetres, float darkness)
    {
        var (left, right, top, bottom) = Bounds(canvas, projection, floor, radiusMetres);
        for (var y = top; y < bottom; y++)
        {
            var ray = projection.Ray(new Vector2(left + 0.5f, y + 0.5f));
            if (ray.Y >= 0)
                continue;
            var scale = -projection.Eye.Y / ray.Y / radiusMetres;
            var offset = (ray * scale) + ((projection.Eye - floor) / radiusMetres);
            var step = projection.Right * (scale / projection.FocalPixels);
            for (var x = left; x < right; x++, offset += step)
                Darken(canvas.Rgb.Slice(((y * canvas.Width) + x) * 3, 3), (offset.X * offset.X) + (offset.Z * offset.Z), darkness);
        }
    }

    private static void Darken(Span<byte> rgb, float squaredDistance, float darkness)
    {
        if (squaredDistance >= 1)
            return;
        var rest = 1 - (darkness * (1 - squaredDistance) * (1 - squaredDistance));
        rgb[0] = (byte)((rgb[0] * rest) + 0.5f);
        rgb[1] = (byte)((rgb[1] * rest) + 0.5f);
        rgb[2] = (byte)((rgb[2] * rest) + 0.5f);
    }

    private static (int Left, int Right, int Top, int Bottom) Bounds(in Canvas canvas, in Projection projection, Vector3 floor, float radius)
    {
        var (low, high) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        ReadOnlySpan<Vector3> corners = [new(-radius, 0, -radius), new(radius, 0, -radius), new(-radius, 0, radius), new(radius, 0, radius)];
        foreach (var corner in corners)
        {
            var point = projection.ToCamera(floor + corner);
            if (point.Z < 0.1f)
                return default;
            (low, high) = (Vector2.Min(low, projection.ToPixel(point)), Vector2.Max(high, projection.ToPixel(point)));
        }

        return (Clamp(low.X, canvas.Width), Clamp(high.X + 1, canvas.Width), Clamp(low.Y, canvas.Height), Clamp(high.Y + 1, canvas.Height));
    }

    private static int Clamp(float value, int size) => (int)Math.Clamp(value, 0, size);
}
