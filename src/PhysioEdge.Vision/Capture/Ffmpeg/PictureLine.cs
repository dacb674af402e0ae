using System.Buffers.Text;

namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>
/// What ffmpeg's showinfo filter says of one picture, before it is scaled. The number counts from 0 since the filter graph
/// was set up, which happens anew when the picture size changes; the time stamp is in units of the time base, null where the stream has none.
/// </summary>
internal readonly record struct PictureLine(long Number, long? PresentationTimestamp, int Width, int Height)
{
    /// <summary>The start of the filter's lines: its name, as given in <see cref="FfmpegArguments"/>.</summary>
    public static ReadOnlySpan<byte> Prefix => "[showinfo@picture @ "u8;

    /// <summary>Reads <c>… n:   7 pts:   3584 pts_time:… s:1280x720 …</c>; the rounded pts_time is of no use.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out PictureLine picture)
    {
        picture = default;
        if (!Field(line, " n:"u8, out var number) || !Field(line, " pts:"u8, out var timestamp) || !Field(line, " s:"u8, out var size))
            return false;
        var cross = size.IndexOf((byte)'x');
        if (cross < 0 || !Integer(number, out var n) || !Integer(size[..cross], out var width) || !Integer(size[(cross + 1)..], out var height))
            return false;
        picture = new(n, Integer(timestamp, out var pts) ? pts : null, (int)width, (int)height);
        return true;
    }

    /// <summary>Reads <c>… config in time_base: 1/90000, frame_rate: 30/1</c>.</summary>
    public static bool TryParseTimeBase(ReadOnlySpan<byte> line, out TimeBase timeBase)
    {
        timeBase = default;
        if (line.IndexOf("config in "u8) < 0 || !Field(line, " time_base:"u8, out var fraction))
            return false;
        var slash = fraction.IndexOf((byte)'/');
        if (slash < 0 || !Integer(fraction[..slash], out var numerator) || !Integer(fraction[(slash + 1)..].TrimEnd((byte)','), out var denominator))
            return false;
        timeBase = new(numerator, denominator);
        return denominator > 0;
    }

    private static bool Field(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var start = line.IndexOf(name);
        if (start < 0)
            return false;
        value = line[(start + name.Length)..].TrimStart((byte)' ');
        var end = value.IndexOf((byte)' ');
        value = end < 0 ? value : value[..end];
        return true;
    }

    private static bool Integer(ReadOnlySpan<byte> text, out long value) =>
        Utf8Parser.TryParse(text, out value, out var used) && used == text.Length;
}
