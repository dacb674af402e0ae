using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Appliance.Decoding;

/// <summary>Decodes one value of a characteristic to JSON, for a person who wants to know what a device said.</summary>
internal static class GattValue
{
    public const string SfloatName = "SFLOAT";
    public const string OrpheName = "ORPHE";

    public static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string OrpheUuid = "F3F9C7CE-46EE-4205-89AC-ABE64E626C0F";
    private const string PolarBase = "-02E7-F387-1CAD-8ACD2D8DF0C8";
    private const string BluetoothBase = "-0000-1000-8000-00805F9B34FB";

    private delegate DecodeResult<JsonObject> Decoder(ReadOnlySpan<byte> value);

    private static readonly IReadOnlyDictionary<string, Decoder> Decoders = new Dictionary<string, Decoder>
    {
        ["2A19"] = GattJson.Battery,
        ["2A24"] = GattJson.DeviceInformation,
        ["2A25"] = GattJson.DeviceInformation,
        ["2A26"] = GattJson.DeviceInformation,
        ["2A27"] = GattJson.DeviceInformation,
        ["2A28"] = GattJson.DeviceInformation,
        ["2A29"] = GattJson.DeviceInformation,
        ["2A37"] = GattJson.HeartRate,
        ["2A38"] = GattJson.BodyLocation,
        ["2A53"] = GattJson.RunningSpeed,
        ["2A54"] = GattJson.RunningFeatures,
        ["2A5F"] = GattJson.Oximetry,
        ["FB005C81"] = PolarJson.ControlPoint,
        ["FB005C82"] = PolarJson.Data,
        [OrpheName] = OrpheJson.Packet,
        [SfloatName] = GattJson.Float,
    };

    /// <exception cref="InputException">The characteristic is not known, or the value is refused.</exception>
    public static JsonObject Decode(string characteristic, ReadOnlySpan<byte> value)
    {
        if (!Decoders.TryGetValue(NameOf(characteristic), out var decode))
            throw new InputException($"UUID {Shown(characteristic)}: not known; allowed: {string.Join(", ", Decoders.Keys)}, short or long.");
        var result = decode(value);
        return result is { IsDecoded: true, Value: { } json }
            ? json
            : throw new InputException($"HEX: not a value of {NameOf(characteristic)}: {result.Refusal}. Give the whole value as the device sent it.");
    }

    private static string NameOf(string characteristic)
    {
        var name = characteristic.ToUpperInvariant();
        if (name.StartsWith("0X", StringComparison.Ordinal))
            name = name[2..];
        if (name == OrpheUuid)
            return OrpheName;
        if (name.EndsWith(PolarBase, StringComparison.Ordinal))
            return name[..^PolarBase.Length];
        name = name.EndsWith(BluetoothBase, StringComparison.Ordinal) ? name[..^BluetoothBase.Length] : name;
        return name.Length == 8 && name.StartsWith("0000", StringComparison.Ordinal) ? name[4..] : name;
    }

    private static string Shown(string text) => string.Concat(text.Take(40).Select(c => char.IsControl(c) ? '?' : c));
}
