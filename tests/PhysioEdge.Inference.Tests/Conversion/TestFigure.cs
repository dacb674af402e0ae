namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>
/// Draws a plain standing figure of shaded capsules in whole numbers, so that every machine draws the same bytes.
/// Lengths are in 512ths of the side of the picture.
/// </summary>
internal static class TestFigure
{
    private const int Units = 512;

    private static readonly int[] Skin = [224, 172, 138];
    private static readonly int[] Shirt = [60, 92, 170];
    private static readonly int[] Trousers = [58, 58, 66];
    private static readonly int[] Hair = [52, 36, 28];
    private static readonly int[] Shoe = [30, 30, 34];
    private static readonly int[] Eye = [20, 16, 16];

    /// <summary>From back to front.</summary>
    private static readonly Capsule[] Figure =
    [
        new(232, 290, 226, 372, 20, Trousers),
        new(226, 372, 224, 446, 15, Skin),
        new(280, 290, 288, 368, 20, Trousers),
        new(288, 368, 292, 444, 15, Skin),
        new(222, 456, 212, 466, 11, Shoe),
        new(294, 454, 306, 464, 11, Shoe),
        new(214, 168, 188, 228, 15, Shirt),
        new(188, 228, 170, 284, 11, Skin),
        new(170, 284, 166, 300, 10, Skin),
        new(298, 168, 330, 222, 15, Shirt),
        new(330, 222, 352, 274, 11, Skin),
        new(352, 274, 358, 290, 10, Skin),
        new(232, 178, 236, 280, 30, Shirt),
        new(280, 178, 276, 280, 30, Shirt),
        new(224, 166, 288, 166, 20, Shirt),
        new(256, 128, 256, 156, 14, Skin),
        new(256, 84, 256, 92, 32, Hair),
        new(256, 96, 256, 110, 26, Skin),
        new(246, 98, 246, 98, 3, Eye),
        new(266, 98, 266, 98, 3, Eye),
        new(250, 119, 262, 119, 2, Eye),
    ];

    /// <summary>Draws it as 8-bit RGB, rows without padding.</summary>
    public static byte[] Draw(int size)
    {
        var rgb = new byte[size * size * 3];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
                Paint(rgb.AsSpan((y * size + x) * 3, 3), (2 * x + 1) * Units / (2 * size), (2 * y + 1) * Units / (2 * size));
        }
        return rgb;
    }

    private static void Paint(Span<byte> pixel, int x, int y)
    {
        var wall = y < 420;
        for (var c = 0; c < 3; c++)
            pixel[c] = (byte)(wall ? 178 + x / 16 - c * 6 : 120 + (y - 420) / 4 - c * 14);
        foreach (var capsule in Figure)
            capsule.Paint(pixel, x, y);
    }

    private sealed record Capsule(int FromX, int FromY, int ToX, int ToY, int Radius, int[] Colour)
    {
        public void Paint(Span<byte> pixel, int x, int y)
        {
            var (alongX, alongY) = (ToX - FromX, ToY - FromY);
            var length2 = alongX * alongX + alongY * alongY;
            var along = length2 == 0 ? 0 : Math.Clamp((x - FromX) * alongX + (y - FromY) * alongY, 0, length2);
            var offX = (x - FromX) - (length2 == 0 ? 0 : alongX * along / length2);
            var offY = (y - FromY) - (length2 == 0 ? 0 : alongY * along / length2);
            var distance2 = offX * offX + offY * offY;
            if (distance2 > Radius * Radius)
                return;
            // Darker towards the edge, and more so away from a light at the upper left.
            var light = 256 - 96 * distance2 / (Radius * Radius) - 40 * (offX + offY) / Radius;
            for (var c = 0; c < 3; c++)
                pixel[c] = (byte)Math.Min(255, Colour[c] * light / 256);
        }
    }
}
