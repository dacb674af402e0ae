using Microsoft.Extensions.Logging;

namespace PhysioEdge.Storage.Influx;

internal static partial class InfluxLog
{
    [LoggerMessage(EventId = 3501, Level = LogLevel.Warning, Message = "Measurements cannot be copied to InfluxDB and stay on the box until they can: {Reason}")]
    public static partial void NotSent(ILogger logger, string reason);

    [LoggerMessage(EventId = 3502, Level = LogLevel.Information, Message = "Measurements are copied to InfluxDB again")]
    public static partial void SentAgain(ILogger logger);

    [LoggerMessage(EventId = 3503, Level = LogLevel.Warning, Message = "InfluxDB does not take a row of {Measurement}, which was set aside: {Reason}")]
    public static partial void SetAside(ILogger logger, string measurement, string reason);
}
