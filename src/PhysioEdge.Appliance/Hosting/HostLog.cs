namespace PhysioEdge.Appliance.Hosting;

internal static partial class HostLog
{
    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "Running. Page: {Page}, MQTT broker: {Broker}, data: {DataFolder}. Stop with Ctrl+C")]
    public static partial void Started(ILogger logger, string page, string broker, string dataFolder);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Critical, Message = "{Worker} failed and ended the service. Please report this with the lines below")]
    public static partial void WorkerFailed(ILogger logger, string worker, Exception exception);
}
