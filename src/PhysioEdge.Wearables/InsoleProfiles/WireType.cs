using System.Buffers.Binary;

namespace PhysioEdge.Wearables.InsoleProfiles;

/// <summary>How a number is sent.</summary>
public enum WireType
{
    U8,
    I8,

    /// <summary>Twelve bits, two numbers in three bytes: little-endian from the lowest bit of the first byte upwards, big-endian from its highest downwards.</summary>
    U12,
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
    private const uint PackedMask = 0xFFF;

    /// <summary>The number of bits of one.</summary>
    public static int BitsOf(WireType type) => type switch
    {
        WireType.U8 or WireType.I8 => 8,
        WireType.U12 => 12,
        WireType.U16 or WireType.I16 => 16,
        WireType.U24 or WireType.I24 => 24,
        _ => 32,
    };

    /// <summary>The number of bytes of so many, one behind the other.</summary>
    public static int SizeOf(WireType type, int count = 1) => ((count * BitsOf(type)) + 7) / 8;

    /// <summary>Whether numbers of that type count upwards from 0.</summary>
    public static bool IsUnsigned(WireType type) => type is WireType.U8 or WireType.U12 or WireType.U16 or WireType.U24 or WireType.U32;

    /// <summary>Reads one of several numbers, 0 the first.</summary>
    internal static double Read(ReadOnlySpan<byte> bytes, int index, WireType type, bool isBigEndian)
    {
        if (type == WireType.U12)
            return ReadPacked(bytes, index, isBigEndian);
        var raw = ReadUnsigned(bytes[(index * SizeOf(type))..], SizeOf(type), isBigEndian);
        var unused = 32 - (8 * SizeOf(type));
        return type switch
        {
            WireType.F32 => BitConverter.UInt32BitsToSingle(raw),
            _ when IsUnsigned(type) => raw,
            _ => (double)((int)(raw << unused) >> unused),
        };
    }

    /// <summary>Writes one of several numbers, 0 the first; what is beyond the type's range is written as the end of the range, as a sensor that is saturated does.</summary>
    internal static void Write(Span<byte> bytes, int index, double value, WireType type, bool isBigEndian)
    {
        var size = SizeOf(type);
        var raw = type == WireType.F32 ? BitConverter.SingleToUInt32Bits((float)value) : (uint)Saturated(value, type);
        if (type == WireType.U12)
            WritePacked(bytes, index, raw, isBigEndian);
        else
            WriteUnsigned(bytes[(index * size)..], size, raw, isBigEndian);
    }

    private static uint ReadPacked(ReadOnlySpan<byte> bytes, int index, bool isBigEndian)
    {
        var (first, isShifted) = PlaceOfPacked(index);
        var both = ReadUnsigned(bytes[first..], 2, isBigEndian);
        return (isShifted == isBigEndian ? both : both >> 4) & PackedMask;
    }

    private static void WritePacked(Span<byte> bytes, int index, uint value, bool isBigEndian)
    {
        var (first, isShifted) = PlaceOfPacked(index);
        var shift = isShifted == isBigEndian ? 0 : 4;
        var both = ReadUnsigned(bytes[first..], 2, isBigEndian) & ~(PackedMask << shift);
        WriteUnsigned(bytes[first..], 2, both | (value << shift), isBigEndian);
    }

    /// <summary>The first of the two bytes that a packed number has part in, and whether it begins in the middle of it.</summary>
    private static (int First, bool IsShifted) PlaceOfPacked(int index) => (index * 3 / 2, index % 2 == 1);

    private static void WriteUnsigned(Span<byte> bytes, int size, uint raw, bool isBigEndian)
    {
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
        var values = 1L << BitsOf(type);
        var lowest = IsUnsigned(type) ? 0 : -values / 2;
        return (long)Math.Clamp(Math.Round(value), lowest, lowest + values - 1);
    }
}
