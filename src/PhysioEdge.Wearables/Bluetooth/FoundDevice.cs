namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>A device that an adapter knows.</summary>
/// <param name="Address">Its Bluetooth address.</param>
/// <param name="Name">What it calls itself; null if it does not.</param>
/// <param name="SignalDbm">How strongly it was heard; null: not now.</param>
/// <param name="Services">The services that it advertises or has.</param>
/// <param name="IsConnected">Whether it is connected now, by whomever.</param>
/// <param name="IsPaired">Whether it is paired with the adapter.</param>
public sealed record FoundDevice(
    string Address, string? Name, int? SignalDbm, IReadOnlyList<Guid> Services, bool IsConnected, bool IsPaired)
{
    internal static FoundDevice Of(BluezObject device) => new(
        device.Text(Bluez.Device, "Address") ?? "",
        device.Text(Bluez.Device, "Name"),
        device.Find(Bluez.Device, "RSSI") is short strength ? strength : null,
        ServicesOf(device),
        device.IsTrue(Bluez.Device, "Connected"),
        device.IsTrue(Bluez.Device, "Paired"));

    private static Guid[] ServicesOf(BluezObject device) => device.Find(Bluez.Device, "UUIDs") is string[] uuids
        ? [.. uuids.Where(uuid => Guid.TryParse(uuid, out _)).Select(Guid.Parse)]
        : [];
}
