namespace PhysioEdge.Simulation.Bluetooth;

/// <summary>What became of the notifications of a device that somebody had asked for.</summary>
/// <param name="Sent">Those handed to a client.</param>
/// <param name="Dropped">Those lost because the client had not read for too long.</param>
public readonly record struct NotificationCounts(long Sent, long Dropped);
