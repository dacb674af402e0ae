using System.Diagnostics;

namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>
/// A running ffmpeg: pictures on stdout, their account on stderr. It never outlives this process for long:
/// it is killed on dispose, and after a crash of ours it ends at its next write or network timeout.
/// </summary>
internal sealed class FfmpegChild : IDisposable
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Stream _pictures;
    private readonly Task _drain;

    public FfmpegChild(CameraAddress address, FrameSourceOptions options, TimeProvider timeProvider)
    {
        Log = new(timeProvider);
        _process = FfmpegProcess.Start(options.FfmpegProgram, FfmpegArguments.ForPictures(address, options), options.FfmpegEnvironment);
        _pictures = _process.StandardOutput.BaseStream;
        var log = _process.StandardError.BaseStream;
        _drain = Task.Factory.StartNew(() => Drain(log), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public FfmpegLog Log { get; }

    /// <summary>Fills the buffer from the pipe; false when ffmpeg ended in the middle.</summary>
    public bool ReadPixels(Span<byte> rgb) =>
        _pictures.ReadAtLeast(rgb, rgb.Length, throwOnEndOfStream: false) == rgb.Length;

    /// <summary>Waits for its end and for its last words.</summary>
    /// <returns>The exit code; above 128 the signal that ended it.</returns>
    public int WaitForExit()
    {
        _process.WaitForExit();
        _drain.GetAwaiter().GetResult();
        return _process.ExitCode;
    }

    public void Kill() => _process.Kill();

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit(LongestGoodbye);
        _pictures.Dispose();
        _process.Dispose();
    }

    private void Drain(Stream log)
    {
        using (log)
            Log.Drain(log);
    }
}
