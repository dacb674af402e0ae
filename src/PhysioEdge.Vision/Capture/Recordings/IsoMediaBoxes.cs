using System.Buffers.Binary;

namespace PhysioEdge.Vision.Capture.Recordings;

/// <summary>
/// The outermost boxes of an MP4 or QuickTime file (ISO/IEC 14496-12 §4.2). They tell whether the file was cut short,
/// which a decoder notices late or never.
/// </summary>
internal static class IsoMediaBoxes
{
    private const int HeaderBytes = 8;
    private const int LargeHeaderBytes = 16;

    public static bool IsIsoMedia(ReadOnlySpan<byte> start) =>
        start.Length >= HeaderBytes && IsFirstBox(start.Slice(4, 4));

    /// <returns>The bytes that are missing at the end.</returns>
    /// <exception cref="CaptureException">Without its index not one picture can be found.</exception>
    public static long Check(CameraAddress address, Stream file)
    {
        Span<byte> header = stackalloc byte[LargeHeaderBytes];
        var (position, indexed) = (0L, false);
        while (position + HeaderBytes <= file.Length)
        {
            file.Position = position;
            var read = header[..file.ReadAtLeast(header, LargeHeaderBytes, throwOnEndOfStream: false)];
            indexed |= read.Slice(4, 4).SequenceEqual("moov"u8);
            position += BoxBytes(read, file.Length - position);
        }

        if (!indexed)
        {
            throw new CaptureException($"{address} is cut short: its index (the 'moov' box at the end) is missing, so no picture in it can be found. "
                + "Copy it again from the camera; if the camera stopped before it had finished the file, the recording is lost.");
        }

        return Math.Max(0, position - file.Length);
    }

    // Size 1: the true size follows in 64 bits. Size 0: up to the end of the file. A size below the header's is damage: take it for the rest.
    private static long BoxBytes(ReadOnlySpan<byte> header, long rest)
    {
        long size = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (size == 1 && header.Length == LargeHeaderBytes)
            size = BinaryPrimitives.ReadInt64BigEndian(header[HeaderBytes..]);
        return size < HeaderBytes ? rest : Math.Min(size, long.MaxValue / 2);
    }

    private static bool IsFirstBox(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("ftyp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8)
        || type.SequenceEqual("wide"u8) || type.SequenceEqual("free"u8) || type.SequenceEqual("skip"u8);
}
