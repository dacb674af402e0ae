using System.Globalization;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>Identifiers of services and characteristics; those that the Bluetooth SIG has assigned have a short form.</summary>
public static class GattUuid
{
    private const string Base = "-0000-1000-8000-00805f9b34fb";

    public static Guid HeartRateMeasurement { get; } = Of(0x2A37);

    public static Guid Of(ushort assigned) => new($"{assigned:x8}{Base}");

    /// <summary>Takes the long form or four hexadecimal digits.</summary>
    public static bool TryParse(string text, out Guid uuid)
    {
        var isShort = ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var assigned) && text.Length == 4;
        uuid = isShort ? Of(assigned) : Guid.Empty;
        return isShort || Guid.TryParseExact(text, "D", out uuid);
    }

    /// <returns>The short form where there is one.</returns>
    public static string Show(Guid uuid)
    {
        var text = uuid.ToString("D", CultureInfo.InvariantCulture);
        return text.StartsWith("0000", StringComparison.Ordinal) && text.EndsWith(Base, StringComparison.Ordinal)
            ? text[4..8].ToUpperInvariant()
            : text;
    }
}
