namespace PhysioEdge.Appliance.Health;

internal static partial class HealthLog
{
    [LoggerMessage(EventId = 4301, Level = LogLevel.Critical, Message = "The pictures of camera {Camera} are not worked on any more: the watchdog is not fed, so that the service is restarted")]
    public static partial void Stuck(ILogger logger, string camera);
}
