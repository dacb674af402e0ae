namespace PhysioEdge.Appliance.Privacy;

internal static partial class PrivacyLog
{
    [LoggerMessage(EventId = 4401, Level = LogLevel.Information, Message = "{What} by the {Who}")]
    public static partial void Switched(ILogger logger, string what, string who);

    [LoggerMessage(EventId = 4402, Level = LogLevel.Error, Message = "The privacy switch cannot be remembered over a restart: {Reason}")]
    public static partial void NotRemembered(ILogger logger, string reason);

    [LoggerMessage(EventId = 4403, Level = LogLevel.Error, Message = "An entry could not be written to the audit log: {Reason}")]
    public static partial void NotAudited(ILogger logger, string reason);

    [LoggerMessage(EventId = 4404, Level = LogLevel.Error, Message = "{Problem}")]
    public static partial void NoPanel(ILogger logger, string problem);
}
