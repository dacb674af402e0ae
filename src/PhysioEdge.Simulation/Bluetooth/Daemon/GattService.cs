using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>A service of a device; it has no methods.</summary>
internal sealed class GattService : BluezObject
{
    public GattService(BluezDaemon daemon, Device device, string path, Guid uuid)
        : base(daemon, path) => Has(
            BluezNames.GattService,
            ("UUID", uuid.ToString()),
            ("Device", new ObjectPath(device.Path)),
            ("Primary", true),
            ("Includes", Array.Empty<ObjectPath>()));

    public override Message? Call(Message call) => throw UnknownMethod(call);
}
