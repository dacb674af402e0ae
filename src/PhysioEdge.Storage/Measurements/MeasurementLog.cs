using Microsoft.Extensions.Logging;

namespace PhysioEdge.Storage.Measurements;

internal static partial class MeasurementLog
{
    [LoggerMessage(EventId = 3401, Level = LogLevel.Error, Message = "Measurements cannot be stored and wait in memory: {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(EventId = 3402, Level = LogLevel.Information, Message = "Measurements are stored again")]
    public static partial void WrittenAgain(ILogger logger);

    [LoggerMessage(EventId = 3403, Level = LogLevel.Error, Message = "{Count} measurements could not be stored before the stop and are lost")]
    public static partial void LostAtStop(ILogger logger, int count);

    [LoggerMessage(EventId = 3404, Level = LogLevel.Warning, Message = "Old measurements cannot be removed: {Reason}")]
    public static partial void NotPruned(ILogger logger, string reason);

    [LoggerMessage(EventId = 3405, Level = LogLevel.Information, Message = "Removed {Count} measurements whose time was over")]
    public static partial void Pruned(ILogger logger, int count);
}
