using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Accuracy.Fidelity;

/// <summary>Reads a single picture, which a camera never gives, with ffmpeg.</summary>
internal static class StillPicture
{
    /// <exception cref="InputException">It cannot be decoded.</exception>
    public static async Task<VideoFrame> ReadAsync(string path, CancellationToken cancellationToken)
    {
        // PPM says its size; exact chroma, or the pixels differ from a browser's.
        using var ffmpeg = Start(
            ["-hide_banner", "-nostdin", "-loglevel", "error", "-i", "file:" + path, "-frames:v", "1",
             "-sws_flags", "bicubic+full_chroma_int+accurate_rnd", "-f", "image2pipe", "-c:v", "ppm", "pipe:1"]);
        try
        {
            var errors = ffmpeg.StandardError.ReadToEndAsync(cancellationToken);
            using var picture = new MemoryStream();
            await ffmpeg.StandardOutput.BaseStream.CopyToAsync(picture, cancellationToken);
            await ffmpeg.WaitForExitAsync(cancellationToken);
            await errors;
            return ffmpeg.ExitCode == 0 && picture.Length > 0
                ? Parse(picture.ToArray())
                : throw new InputException($"The picture '{path}' {(File.Exists(path) ? "cannot be decoded" : "is missing")}. Copy it again from its source.");
        }
        finally
        {
            ffmpeg.Kill();
        }
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception exception)
        {
            throw new InputException($"The program 'ffmpeg' cannot be started ({exception.Message.TrimEnd('.')}). Install it: apt-get install ffmpeg", exception);
        }
    }

    /// <summary>"P6", width, height and 255 on three lines, then the pixels.</summary>
    private static VideoFrame Parse(ReadOnlySpan<byte> ppm)
    {
        Span<int> ends = stackalloc int[3];
        for (var (line, at) = (0, 0); line < ends.Length; at = ends[line++] + 1)
            ends[line] = at + ppm[at..].IndexOf((byte)'\n');
        var size = System.Text.Encoding.ASCII.GetString(ppm[(ends[0] + 1)..ends[1]]).Split(' ');
        var (width, height) = (int.Parse(size[0], CultureInfo.InvariantCulture), int.Parse(size[1], CultureInfo.InvariantCulture));
        var frame = new VideoFrame { SourceWidth = width, SourceHeight = height };
        frame.Resize(width, height);
        ppm[(ends[2] + 1)..].CopyTo(frame.Rgb);
        return frame;
    }
}
