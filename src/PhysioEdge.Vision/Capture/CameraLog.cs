using Microsoft.Extensions.Logging;

namespace PhysioEdge.Vision.Capture;

internal static partial class CameraLog
{
    [LoggerMessage(2001, LogLevel.Information, "Camera {Camera} streams.")]
    public static partial void CameraStreams(this ILogger logger, string camera);

    [LoggerMessage(2002, LogLevel.Warning, "Camera {Camera} broke and will be opened again: {Error}")]
    public static partial void CameraBroke(this ILogger logger, string camera, string? error);

    [LoggerMessage(2003, LogLevel.Error, "Camera {Camera} has failed: {Error}")]
    public static partial void CameraFailed(this ILogger logger, string camera, string? error);

    [LoggerMessage(2004, LogLevel.Information, "Camera {Camera} has ended.")]
    public static partial void CameraEnded(this ILogger logger, string camera);
}
