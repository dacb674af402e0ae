namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>Names that BlueZ's interface is made of.</summary>
internal static class BluezNames
{
    public const string Service = "org.bluez";
    public const string AdapterPath = "/org/bluez/hci0";
    public const string Adapter = "org.bluez.Adapter1";
    public const string Device = "org.bluez.Device1";
    public const string GattService = "org.bluez.GattService1";
    public const string Characteristic = "org.bluez.GattCharacteristic1";
    public const string Battery = "org.bluez.Battery1";
    public const string AgentManager = "org.bluez.AgentManager1";
    public const string ObjectManager = "org.freedesktop.DBus.ObjectManager";
    public const string Properties = "org.freedesktop.DBus.Properties";
    public const string Introspectable = "org.freedesktop.DBus.Introspectable";
    public const string Peer = "org.freedesktop.DBus.Peer";
}
