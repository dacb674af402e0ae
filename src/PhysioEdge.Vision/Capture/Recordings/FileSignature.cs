namespace PhysioEdge.Vision.Capture.Recordings;

/// <summary>Tells pictures and sound from videos by the first bytes: decoders would take a picture for a video of one frame.</summary>
internal static class FileSignature
{
    /// <returns>The format's name; null where it is no still picture.</returns>
    public static string? PictureFormat(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "JPEG";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            return "PNG";
        if (start.StartsWith("BM"u8))
            return "BMP";
        if (start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8))
            return "TIFF";
        if (start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8))
            return "WebP";
        return IsHeif(start) ? "HEIF" : null;
    }

    public static bool IsSound(ReadOnlySpan<byte> start) =>
        start.StartsWith("ID3"u8) || start.StartsWith("fLaC"u8)
        || (start.StartsWith("RIFF"u8) && start[8..].StartsWith("WAVE"u8));

    // ISO/IEC 23008-12: a still picture of that family names itself by its major brand.
    private static bool IsHeif(ReadOnlySpan<byte> start)
    {
        if (start.Length < 12 || !start[4..].StartsWith("ftyp"u8))
            return false;
        var brand = start.Slice(8, 4);
        return brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("avif"u8);
    }
}
