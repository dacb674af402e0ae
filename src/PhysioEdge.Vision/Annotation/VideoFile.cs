using System.Diagnostics;
using System.Globalization;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.Ffmpeg;

namespace PhysioEdge.Vision.Annotation;

/// <summary>
/// An mp4 file with H.264 pictures, written by an ffmpeg process, for the person who asked for it by hand.
/// It has an even rate: a picture of an uneven stream is repeated or left out to keep its time.
/// </summary>
public sealed class VideoFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly double _rateHz;
    private Process? _ffmpeg;
    private Task<string> _errors = Task.FromResult("");
    private (int Width, int Height) _size;
    private byte[] _last = [];
    private long _written;

    /// <param name="path">The mp4 file to write; an existing one is replaced.</param>
    /// <param name="rateHz">Pictures per second, above 0.</param>
    public VideoFile(string path, double rateHz) => (_path, _rateHz) = (path, rateHz);

    /// <summary>Gets the ffmpeg program.</summary>
    internal string FfmpegProgram { get; init; } = "ffmpeg";

    /// <summary>Writes a picture; those of another size than the first are left out.</summary>
    /// <exception cref="CaptureException">ffmpeg is missing, or the file cannot be written.</exception>
    public async Task WriteAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        if (_ffmpeg is null)
            Start(frame);
        if ((frame.Width, frame.Height) == _size)
            await WriteWhenDueAsync(frame, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the file.</summary>
    /// <exception cref="CaptureException">ffmpeg could not write it.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_ffmpeg is not { } ffmpeg)
            return;
        ffmpeg.StandardInput.Close();
        await ffmpeg.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (ffmpeg.ExitCode != 0)
            throw await FailureAsync(null).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _ffmpeg?.Kill();
        _ffmpeg?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Start(VideoFrame frame)
    {
        _size = (frame.Width, frame.Height);
        _last = frame.Memory.ToArray();
        _ffmpeg = FfmpegProcess.StartWriter(
            FfmpegProgram,
            [
                "-hide_banner", "-nostats", "-loglevel", "error", "-y",
                "-f", "rawvideo", "-pix_fmt", "rgb24",
                "-s", string.Create(CultureInfo.InvariantCulture, $"{frame.Width}x{frame.Height}"),
                "-r", _rateHz.ToString("R", CultureInfo.InvariantCulture),
                "-i", "pipe:0",
                "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-c:v", "libx264", "-preset", "veryfast", "-crf", "22", "-pix_fmt", "yuv420p",
                "-movflags", "+faststart", "-f", "mp4", "file:" + _path,
            ]);
        _errors = _ffmpeg.StandardError.ReadToEndAsync();
    }

    /// <summary>Shows the picture before until this one is due.</summary>
    private async Task WriteWhenDueAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        var due = (long)Math.Round(frame.PresentationTime.TotalSeconds * _rateHz);
        for (; _written < due; _written++)
            await WriteAsync(_last, cancellationToken).ConfigureAwait(false);
        frame.Memory.CopyTo(_last);
        if (_written > due)
            return;
        await WriteAsync(_last, cancellationToken).ConfigureAwait(false);
        _written++;
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        try
        {
            await _ffmpeg!.StandardInput.BaseStream.WriteAsync(picture, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw await FailureAsync(exception).ConfigureAwait(false);
        }
    }

    private async Task<CaptureException> FailureAsync(IOException? broken)
    {
        var words = (await _errors.ConfigureAwait(false)).ReplaceLineEndings(" ").Trim();
        return new CaptureException($"The video '{_path}' cannot be written: {words}", broken!);
    }
}
