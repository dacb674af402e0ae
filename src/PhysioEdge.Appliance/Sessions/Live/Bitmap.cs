using System.Buffers.Binary;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>
/// A picture as a bitmap file, which every browser reads and no library is needed to write
/// (layout: BITMAPFILEHEADER and BITMAPINFOHEADER, Windows GDI reference).
/// </summary>
internal static class Bitmap
{
    private const int HeaderLength = 54;

    /// <summary>Every n-th pixel of every n-th row, so that the longer side is at most so long.</summary>
    public static byte[] Of(VideoFrame frame, int longSide)
    {
        var step = Math.Max(1, (Math.Max(frame.Width, frame.Height) + longSide - 1) / longSide);
        var (width, height) = (frame.Width / step, frame.Height / step);
        var stride = ((width * 3) + 3) & ~3;
        var file = new byte[HeaderLength + (stride * height)];
        WriteHeader(file, width, height);
        for (var y = 0; y < height; y++)
            CopyRow(frame.Rgb.Slice(y * step * frame.Width * 3, frame.Width * 3), file.AsSpan(HeaderLength + (y * stride), width * 3), step);
        return file;
    }

    private static void WriteHeader(Span<byte> file, int width, int height)
    {
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[2..], file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file[10..], HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(file[14..], 40);
        BinaryPrimitives.WriteInt32LittleEndian(file[18..], width);

        // A negative height says that the top row comes first.
        BinaryPrimitives.WriteInt32LittleEndian(file[22..], -height);
        BinaryPrimitives.WriteInt16LittleEndian(file[26..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(file[28..], 24);
    }

    private static void CopyRow(ReadOnlySpan<byte> rgb, Span<byte> bgr, int step)
    {
        for (int to = 0, from = 0; to < bgr.Length; to += 3, from += 3 * step)
            (bgr[to], bgr[to + 1], bgr[to + 2]) = (rgb[from + 2], rgb[from + 1], rgb[from]);
    }
}
