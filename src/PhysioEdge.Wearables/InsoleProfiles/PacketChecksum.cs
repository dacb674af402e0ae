namespace PhysioEdge.Wearables.InsoleProfiles;

/// <summary>How a checksum is made.</summary>
public enum ChecksumKind
{
    /// <summary>The sum of the bytes, the lowest 8 bits of it.</summary>
    Sum8,

    /// <summary>The exclusive or of the bytes.</summary>
    Xor8,

    /// <summary>The cyclic redundancy check with the polynomial 0x1021, highest bit first, nothing reflected or inverted at the end (ITU-T V.41).</summary>
    Crc16Ccitt,
}

/// <summary>The checksum of a packet.</summary>
/// <param name="Offset">Where in the packet it is; it is made of the bytes before it.</param>
/// <param name="Kind">How it is made.</param>
/// <param name="From">The first byte that it is made of.</param>
/// <param name="Initial">What it begins with, before the first byte.</param>
public sealed record PacketChecksum(int Offset, ChecksumKind Kind, int From, ushort Initial)
{
    private const ushort Polynomial = 0x1021;
    private const int HighestBit = 0x8000;

    /// <summary>How it is sent.</summary>
    public static WireType TypeOf(ChecksumKind kind) => kind == ChecksumKind.Crc16Ccitt ? WireType.U16 : WireType.U8;

    internal bool Fits(ReadOnlySpan<byte> packet, bool isBigEndian)
        => WireNumber.Read(packet[Offset..], 0, TypeOf(Kind), isBigEndian) == ValueOf(packet);

    internal void Write(Span<byte> packet, bool isBigEndian)
        => WireNumber.Write(packet[Offset..], 0, ValueOf(packet), TypeOf(Kind), isBigEndian);

    private ushort ValueOf(ReadOnlySpan<byte> packet)
    {
        var value = Initial;
        foreach (var next in packet[From..Offset])
            value = Next(value, next);
        return value;
    }

    private ushort Next(ushort value, byte next) => Kind switch
    {
        ChecksumKind.Sum8 => (byte)(value + next),
        ChecksumKind.Xor8 => (byte)(value ^ next),
        _ => Divide((ushort)(value ^ (next << 8))),
    };

    private static ushort Divide(ushort value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (ushort)((value & HighestBit) != 0 ? (value << 1) ^ Polynomial : value << 1);
        return value;
    }
}
