namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>The names of BlueZ's D-Bus API (BlueZ <c>doc/org.bluez.*.rst</c>).</summary>
internal static class Bluez
{
    public const string Service = "org.bluez";
    public const string Adapter = "org.bluez.Adapter1";
    public const string Device = "org.bluez.Device1";
    public const string Characteristic = "org.bluez.GattCharacteristic1";
    public const string Battery = "org.bluez.Battery1";
    public const string AgentManager = "org.bluez.AgentManager1";
    public const string Agent = "org.bluez.Agent1";

    public const string ObjectManager = "org.freedesktop.DBus.ObjectManager";
    public const string Properties = "org.freedesktop.DBus.Properties";

    public const string AlreadyConnected = "org.bluez.Error.AlreadyConnected";
    public const string AlreadyExists = "org.bluez.Error.AlreadyExists";
    public const string InProgress = "org.bluez.Error.InProgress";
    public const string NotPermitted = "org.bluez.Error.NotPermitted";
}
