namespace PhysioEdge.Appliance.Hosting;

internal static partial class HostLog
{
    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "Running. Page: {Page}, MQTT broker: {Broker}, data: {DataFolder}. Stop with Ctrl+C")]
    public static partial void Started(ILogger logger, string page, string broker, string dataFolder);

    [LoggerMessage(EventId = 4203, Level = LogLevel.Critical, Message = "Somebody has changed what was written: {Finding}")]
    public static partial void AuditBroken(ILogger logger, string finding);

    [LoggerMessage(EventId = 4204, Level = LogLevel.Error, Message = "An entry could not be written to the audit log: {Reason}")]
    public static partial void NotAudited(ILogger logger, string reason);

    [LoggerMessage(EventId = 4205, Level = LogLevel.Critical, Message = "A database was damaged and is moved aside: {File}. The service goes on with an empty one; what was not yet sent is in the damaged one. Restore a backup, or have it looked at")]
    public static partial void DatabaseDamaged(ILogger logger, string file);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Critical, Message = "{Worker} failed and ended the service. Please report this with the lines below")]
    public static partial void WorkerFailed(ILogger logger, string worker, Exception exception);
}
