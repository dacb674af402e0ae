namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>What BlueZ answers to a call that it refuses.</summary>
internal sealed class BluezError(string name, string text) : Exception(text)
{
    private const string Prefix = "org.bluez.Error.";

    /// <summary>Gets the error's D-Bus name.</summary>
    public string Name { get; } = name;

    public static BluezError AlreadyExists => new(Prefix + "AlreadyExists", "Already Exists");

    public static BluezError DoesNotExist => new(Prefix + "DoesNotExist", "Does Not Exist");

    public static BluezError InProgress => new(Prefix + "InProgress", "In Progress");

    public static BluezError NotConnected => new(Prefix + "NotConnected", "Not Connected");

    public static BluezError NotReady => new(Prefix + "NotReady", "Resource Not Ready");

    public static BluezError NotSupported => new(Prefix + "NotSupported", "Operation is not supported");

    public static BluezError Failed(string text) => new(Prefix + "Failed", text);

    public static BluezError NotPermitted(string text) => new(Prefix + "NotPermitted", text);
}
