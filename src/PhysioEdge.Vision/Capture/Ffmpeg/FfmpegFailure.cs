using PhysioEdge.Vision.Capture.Recordings;

namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>Puts what ffmpeg said into words for the person who can mend it.</summary>
internal static class FfmpegFailure
{
    private static readonly Rule[] RecordingRules =
    [
        new("matches no streams", RecordingFault.NoVideo),
        new("\"0x0\"", RecordingFault.NoSize),
        new("size 0x0", RecordingFault.NoSize),
        new("width is not set", RecordingFault.NoSize),
        new("not found for", "is in a format that this ffmpeg cannot decode. Convert it to H.264."),
        new("no decoder found", "is in a format that this ffmpeg cannot decode. Convert it to H.264."),
        new("Permission denied", "may not be read. Give the user of the service read permission."),
        new(InvalidData, "is not a video, or is damaged beyond reading. Give a recording as it came from the camera."),
    ];

    private static readonly Rule[] NetworkRules =
    [
        new("401 Unauthorized", "refuses the user name or password. Correct them in the address: rtsp://user:password@host/path."),
        new("403 Forbidden", "forbids access to this user. Give the user the right to watch, in the camera's settings."),
        new("404 Not Found", "has no stream of that name. Look up the stream path in the camera's manual; the host answered."),
        new("454 Session Not Found", "has dropped the connection."),
        new("Failed to resolve hostname", "has a host name that nobody knows. Correct it, or use the IP address."),
        new("Connection refused", "refuses the connection. Check the port, and that streaming is switched on in the camera."),
        new("No route to host", Unreachable),
        new("Network is unreachable", Unreachable),
        new("timed out", Unreachable),
        new("matches no streams", "sends no video. Look up the path of the video stream in the camera's manual."),
        new("Server returned 5", "reports an error of its own. Restart the camera."),
        new(InvalidData, "does not answer like a camera. Check that it is switched on and that address and port are the camera's."),
    ];

    private static readonly Rule[] DeviceRules =
    [
        new("Permission denied", "may not be used. Add the user of the service to the group 'video': usermod -aG video USER, then log in again."),
        new("Device or resource busy", "is in use by another program. Close it; 'fuser -v DEVICE' names it."),
        new("No such device", "has been unplugged. Plug it in again."),
        new("Inappropriate ioctl", "is not a camera. Cameras are named /dev/video0 and so on."),
        new("Not a video capture device", "is not a camera that delivers pictures. Many cameras have a second entry: try the next lower number."),
        new("Invalid argument", "does not offer that picture size, rate or pixel format. 'v4l2-ctl --list-formats-ext -d DEVICE' lists what it offers."),
        new("Cannot find a proper format", "does not offer that pixel format. 'v4l2-ctl --list-formats-ext -d DEVICE' lists what it offers."),
    ];

    private const string InvalidData = "Invalid data found";
    private const string Unreachable = "cannot be reached. Check the address, the cable and the power of the camera.";

    /// <summary>Makes the message from the last error lines (oldest first); without a last picture time there was no picture.</summary>
    public static CaptureException Explain(CameraAddress address, IReadOnlyList<string> errors, int exitCode, TimeSpan? lastTime)
    {
        // Between pictures invalid data is a damaged picture, which does not end the stream.
        var rules = RulesFor(address).Where(rule => lastTime is null || rule.Sign != InvalidData);
        var known = rules.FirstOrDefault(rule => errors.Any(error => error.Contains(rule.Sign, StringComparison.Ordinal)));
        var said = errors.Count > 0 ? $"ffmpeg: {address.Redact(WithoutPrefix(errors[^1]))}" : $"ffmpeg ended with code {exitCode}";
        return new($"{address} {known.Words ?? Unknown(address, lastTime)} ({said})") { ReadableUntil = address.IsLive ? null : lastTime };
    }

    private static Rule[] RulesFor(CameraAddress address) => address.Kind switch
    {
        AddressKind.Recording => RecordingRules,
        AddressKind.NetworkStream => NetworkRules,
        _ => DeviceRules,
    };

    private static string Unknown(CameraAddress address, TimeSpan? lastTime) => (address.IsLive, lastTime) switch
    {
        (true, null) => "sends no pictures. Check that it is switched on.",
        (true, _) => "has stopped sending pictures.",
        (false, null) => RecordingFault.NoPicture,
        _ => "broke off while it was being read.",
    };

    // "[rtsp @ 0x55d2c8de8b40] [error] method …" → "method …"
    private static string WithoutPrefix(string line)
    {
        var level = line.LastIndexOf("] ", StringComparison.Ordinal);
        return level < 0 ? line : line[(level + 2)..];
    }

    private readonly record struct Rule(string Sign, string Words);
}
