namespace PhysioEdge.Appliance.Sessions;

internal static partial class SessionLog
{
    [LoggerMessage(EventId = 4101, Level = LogLevel.Error, Message = "Camera {Camera}: {Reason}")]
    public static partial void RecordingFailed(ILogger logger, string camera, string reason);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Information, Message = "Camera {Camera}: the recording is over")]
    public static partial void RecordingEnded(ILogger logger, string camera);
}
