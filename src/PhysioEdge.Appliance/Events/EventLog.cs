namespace PhysioEdge.Appliance.Events;

internal static partial class EventLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Event {Type} {Id} revision {Revision} stored as {Seq}")]
    public static partial void Stored(ILogger logger, string type, string id, int revision, long seq);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "Events wait in memory, the store refuses them: {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Critical, Message = "{Count} events were not stored before the stop: the store still refused them")]
    public static partial void LostAtStop(ILogger logger, int count);
}
