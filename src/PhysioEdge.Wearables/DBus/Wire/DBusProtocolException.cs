namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>What came over the wire is no D-Bus; nothing after it can be trusted.</summary>
public sealed class DBusProtocolException(string message) : IOException(message);
