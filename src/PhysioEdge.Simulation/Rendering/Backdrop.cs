using System.Numerics;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>The empty room, painted once for a view: a plank floor, a plain wall with its skirting, a little light falling off.</summary>
internal static class Backdrop
{
    private const float WallMetresBehind = 2.4f;
    private const float SkirtingMetres = 0.09f;
    private const float PlankMetres = 0.16f;
    private const float SeamMetres = 0.004f;
    private const int SamplesPerSide = 2;

    private static readonly Vector3 Wall = new(212, 217, 214);
    private static readonly Vector3 Skirting = new(232, 233, 229);
    private static readonly Vector3 Wood = new(188, 164, 136);

    public static byte[] Paint(CameraView view, Lighting lighting)
    {
        var projection = new Projection(view);
        var brightness = MathF.Sqrt(Math.Clamp(lighting.Ambient + (lighting.Strength * 0.8f), 0.02f, 1));
        var rgb = new byte[view.Width * view.Height * 3];
        for (var y = 0; y < view.Height; y++)
        {
            for (var x = 0; x < view.Width; x++)
            {
                var colour = brightness * Vignette(view, x, y) * Pixel(projection, x, y);
                var at = ((y * view.Width) + x) * 3;
                (rgb[at], rgb[at + 1], rgb[at + 2]) = (ToByte(colour.X), ToByte(colour.Y), ToByte(colour.Z));
            }
        }

        return rgb;
    }

    /// <summary>The wall stands square behind the patient's place, whatever the yaw; the floor's seams are finer than a pixel.</summary>
    private static Vector3 Pixel(in Projection projection, int x, int y)
    {
        var middle = projection.Ray(new Vector2(x + 0.5f, y + 0.5f));
        var away = Vector3.Normalize(projection.Forward with { Y = 0 });
        var toWall = (WallMetresBehind - Vector3.Dot(projection.Eye, away)) / Vector3.Dot(middle, away);
        var height = projection.Eye.Y + (toWall * middle.Y);
        if (height >= 0)
            return WallAt(height);

        var sum = Vector3.Zero;
        for (var i = 0; i < SamplesPerSide * SamplesPerSide; i++)
        {
            var inside = new Vector2((i % SamplesPerSide) + 0.5f, (i / SamplesPerSide) + 0.5f) / SamplesPerSide;
            var ray = projection.Ray(new Vector2(x, y) + inside);
            var floor = projection.Eye - (projection.Eye.Y / ray.Y * ray);
            sum += FloorAt(Vector3.Dot(floor, projection.Right), Vector3.Dot(floor, away));
        }

        return sum / (SamplesPerSide * SamplesPerSide);
    }

    private static Vector3 WallAt(float height) => height switch
    {
        < SkirtingMetres - 0.012f => Skirting,
        < SkirtingMetres => Skirting * 0.82f,
        _ => Wall * (1 - (0.05f * MathF.Max(0, height - 1.4f))),
    };

    private static Vector3 FloorAt(float right, float away)
    {
        var plank = MathF.Floor(right / PlankMetres);
        var inPlank = right - (plank * PlankMetres);
        var board = MathF.Floor((away / 1.3f) + Noise(plank, 0));
        var tone = 0.94f + (0.08f * Noise(plank, board));
        var grain = 0.02f * MathF.Sin((inPlank * 260) + (5 * MathF.Sin((away * 2.1f) + (9 * Noise(plank, board)))));
        var seam = inPlank < SeamMetres ? 0.82f : 1;
        var nearWall = 1 - (0.12f * MathF.Exp((away - WallMetresBehind) / 0.35f));
        return Wood * ((tone + grain) * seam * nearWall);
    }

    private static float Vignette(CameraView view, int x, int y)
    {
        var (dx, dy) = (((x + 0.5f) / view.Width) - 0.5f, ((y + 0.5f) / view.Height) - 0.5f);
        return 1 - (0.22f * ((dx * dx) + (dy * dy)));
    }

    /// <summary>A number in 0–1 that is always the same for the same plank.</summary>
    private static float Noise(float a, float b)
    {
        var x = unchecked(((uint)(int)a * 0x85EBCA6Bu) ^ ((uint)(int)b * 0xC2B2AE35u));
        x = unchecked((x ^ (x >> 15)) * 0x27D4EB2Fu);
        return (x ^ (x >> 13)) / (float)uint.MaxValue;
    }

    private static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
