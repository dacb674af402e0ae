using System.Buffers.Binary;

namespace PhysioEdge.Wearables.InsoleProfiles;

/// <summary>How a number is sent.</summary>
public enum WireType
{
    U8,
    I8,
    U16,
    I16,
    U24,
    I24,
    U32,
    I32,

    /// <summary>IEEE 754, single precision.</summary>
    F32,
}

/// <summary>Reads and writes numbers of a <see cref="WireType"/>.</summary>
public static class WireNumber
{
    /// <summary>The number of bytes of one.</summary>
    public static int SizeOf(WireType type) => type switch
    {
        WireType.U8 or WireType.I8 => 1,
        WireType.U16 or WireType.I16 => 2,
        WireType.U24 or WireType.I24 => 3,
        _ => 4,
    };

    /// <summary>Whether numbers of that type count upwards from 0.</summary>
    public static bool IsUnsigned(WireType type) => type is WireType.U8 or WireType.U16 or WireType.U24 or WireType.U32;

    internal static double Read(ReadOnlySpan<byte> bytes, WireType type, bool isBigEndian)
    {
        var raw = ReadUnsigned(bytes, SizeOf(type), isBigEndian);
        var unused = 32 - (8 * SizeOf(type));
        return type switch
        {
            WireType.F32 => BitConverter.UInt32BitsToSingle(raw),
            _ when IsUnsigned(type) => raw,
            _ => (double)((int)(raw << unused) >> unused),
        };
    }

    /// <summary>Writes a number; what is beyond the type's range is written as the end of the range, as a sensor that is saturated does.</summary>
    internal static void Write(Span<byte> bytes, double value, WireType type, bool isBigEndian)
    {
        var size = SizeOf(type);
        var raw = type == WireType.F32 ? BitConverter.SingleToUInt32Bits((float)value) : (uint)Saturated(value, type);
        for (var i = 0; i < size; i++)
            bytes[isBigEndian ? size - 1 - i : i] = (byte)(raw >> (8 * i));
    }

    private static uint ReadUnsigned(ReadOnlySpan<byte> bytes, int size, bool isBigEndian)
    {
        if (size == 4)
            return isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        var raw = 0u;
        for (var i = 0; i < size; i++)
            raw |= (uint)bytes[isBigEndian ? size - 1 - i : i] << (8 * i);
        return raw;
    }

    private static long Saturated(double value, WireType type)
    {
        var values = 1L << (8 * SizeOf(type));
        var lowest = IsUnsigned(type) ? 0 : -values / 2;
        return (long)Math.Clamp(Math.Round(value), lowest, lowest + values - 1);
    }
}
