namespace PhysioEdge.TestKit.Video;

/// <summary>
/// A number painted into a picture as 4 × 4 fields, red for 1 and blue for 0, lowest bit at the top left:
/// it survives compression and scaling, and is wrong when a picture is turned, mirrored or has its colours swapped.
/// </summary>
public static class FrameCode
{
    private const int Fields = 4;

    public static void Paint(Span<byte> rgb, int width, int height, int number)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var isOne = ((number >> (((y * Fields / height) * Fields) + (x * Fields / width))) & 1) == 1;
                var pixel = rgb.Slice(((y * width) + x) * 3, 3);
                (pixel[0], pixel[1], pixel[2]) = isOne ? ((byte)230, (byte)20, (byte)20) : ((byte)20, (byte)20, (byte)230);
            }
        }
    }

    /// <returns>The number; null where a field is neither red nor blue.</returns>
    public static int? Read(ReadOnlySpan<byte> rgb, int width, int height)
    {
        var number = 0;
        for (var field = 0; field < Fields * Fields; field++)
        {
            var x = ((2 * (field % Fields)) + 1) * width / (2 * Fields);
            var y = ((2 * (field / Fields)) + 1) * height / (2 * Fields);
            var pixel = rgb.Slice(((y * width) + x) * 3, 3);
            if (Math.Abs(pixel[0] - pixel[2]) < 60)
                return null;
            if (pixel[0] > pixel[2])
                number |= 1 << field;
        }

        return number;
    }
}
