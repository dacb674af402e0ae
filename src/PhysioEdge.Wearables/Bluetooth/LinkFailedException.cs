namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>An attempt to stream from a device has come to its end; the message says why.</summary>
internal sealed class LinkFailedException(string reason) : Exception(reason);
