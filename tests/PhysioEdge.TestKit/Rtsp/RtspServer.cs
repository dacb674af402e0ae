using System.Diagnostics;
using System.Globalization;
using PhysioEdge.TestKit.Video;

namespace PhysioEdge.TestKit.Rtsp;

/// <summary>
/// A network camera on the loopback: GStreamer's RTSP server streaming <see cref="Clips.Live"/> in real time.
/// Needs the Debian packages python3-gi, gir1.2-gst-rtsp-server-1.0 and gstreamer1.0-plugins-good.
/// </summary>
public sealed class RtspServer : IAsyncDisposable
{
    private readonly Process _process;

    private RtspServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public string Address => $"rtsp://127.0.0.1:{Port}/live";

    /// <summary>Starts it on a port (0: a free one); with a password it lets in only the user 'camera'.</summary>
    public static async Task<RtspServer> StartAsync(CancellationToken cancellationToken, int port = 0, string password = "")
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Rtsp", "rtsp_server.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, Clips.Live.Path, port.ToString(CultureInfo.InvariantCulture), password])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        return int.TryParse(await process.StandardOutput.ReadLineAsync(cancellationToken), CultureInfo.InvariantCulture, out var bound)
            ? new(process, bound)
            : throw new InvalidOperationException($"The RTSP server did not start: {await errors}");
    }

    /// <summary>Freezes it: its connections stay open and silent.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Signal(string name) => Tool.Run("kill", "-" + name, _process.Id.ToString(CultureInfo.InvariantCulture));
}
