using Microsoft.Extensions.Logging;

namespace PhysioEdge.Wearables.Bluetooth;

internal static partial class BluetoothLog
{
    [LoggerMessage(EventId = 7001, Message = "Device {Device}: {State} {Reason}")]
    public static partial void LinkChanged(this ILogger logger, LogLevel level, string device, LinkState state, string reason);

    [LoggerMessage(7002, LogLevel.Error, "Device {Device}: the queue of notifications is full; what comes now is lost and counted.")]
    public static partial void QueueFull(this ILogger logger, string device);

    [LoggerMessage(7003, LogLevel.Warning, "Scanning for devices failed: {Reason}")]
    public static partial void ScanFailed(this ILogger logger, string reason);

    [LoggerMessage(7004, LogLevel.Information, "Bluetooth adapter {Adapter} is used.")]
    public static partial void AdapterFound(this ILogger logger, string adapter);
}
