using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace PhysioEdge.Wearables.Codecs;

/// <summary>Battery Level, characteristic 2A19 (Bluetooth Battery Service 1.0): 0 to 100 %.</summary>
public static class BatteryLevel
{
    public static DecodeResult<byte> Decode(ReadOnlySpan<byte> value) => value switch
    {
        [] => Refusal.TooShort,
        [<= 100] => value[0],
        [_] => new Refusal("a battery level above 100 %"),
        _ => Refusal.TooLong,
    };

    /// <exception cref="ArgumentOutOfRangeException">It is above 100.</exception>
    public static byte[] Encode(byte percent)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return [percent];
    }
}

/// <summary>Where a heart rate sensor is worn.</summary>
public enum BodySensorLocation
{
    Other,
    Chest,
    Wrist,
    Finger,
    Hand,
    EarLobe,
    Foot,
}

/// <summary>Body Sensor Location, characteristic 2A38 (Bluetooth Heart Rate Service 1.0, 3.2).</summary>
public static class BodySensorLocationCodec
{
    public static DecodeResult<BodySensorLocation> Decode(ReadOnlySpan<byte> value) => value switch
    {
        [] => Refusal.TooShort,
        [<= (byte)BodySensorLocation.Foot] => (BodySensorLocation)value[0],
        [_] => new Refusal("a reserved body location"),
        _ => Refusal.TooLong,
    };

    public static byte[] Encode(BodySensorLocation location) => [(byte)location];
}

/// <summary>RSC Feature, characteristic 2A54 (Bluetooth Running Speed and Cadence Service 1.0, 3.2); reserved bits are ignored.</summary>
public static class RunningSpeedCadenceFeaturesCodec
{
    private const ushort Known = 0x1F;

    public static DecodeResult<RunningSpeedCadenceFeatures> Decode(ReadOnlySpan<byte> value) => value.Length < 2
        ? Refusal.TooShort
        : (RunningSpeedCadenceFeatures)(BinaryPrimitives.ReadUInt16LittleEndian(value) & Known);

    public static byte[] Encode(RunningSpeedCadenceFeatures features) => [(byte)features, 0];
}

/// <summary>
/// The texts of the Device Information Service 1.1 (180A): model 2A24, serial number 2A25, firmware 2A26, hardware 2A27,
/// software 2A28, manufacturer 2A29. UTF-8; devices written in C send a zero at the end, which is taken off.
/// </summary>
public static class DeviceInformationText
{
    /// <summary>The longest value that GATT allows.</summary>
    private const int LongestBytes = 512;

    public static DecodeResult<string> Decode(ReadOnlySpan<byte> value)
    {
        value = value.TrimEnd((byte)0);
        if (value.Length > LongestBytes)
            return Refusal.TooLong;
        return Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : new Refusal("a text that is not UTF-8");
    }

    public static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);
}
