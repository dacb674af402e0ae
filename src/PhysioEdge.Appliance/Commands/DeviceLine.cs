using System.Globalization;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Appliance.Commands;

/// <summary>A device on one line.</summary>
internal static class DeviceLine
{
    private const int Bytes = 6;

    public static string Of(FoundDevice device) => string.Create(
        CultureInfo.InvariantCulture,
        $"{device.Address}  {(device.SignalDbm is { } dbm ? $"{dbm,4} dBm" : "       –")}  {Printable(device.Name ?? "–"),-24}{(device.IsConnected ? "  connected" : "")}{(device.IsPaired ? "  paired" : "")}{ServicesOf(device)}");

    public static bool IsAddress(string text) =>
        text.Split(':') is { Length: Bytes } parts && parts.All(part => part.Length == 2 && part.All(char.IsAsciiHexDigit));

    private static string ServicesOf(FoundDevice device) =>
        device.Services.Count == 0 ? "" : "  " + string.Join(',', device.Services.Select(GattUuid.Show));

    // Whoever is near can advertise any name.
    private static string Printable(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
}
