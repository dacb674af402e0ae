namespace PhysioEdge.Wearables.Codecs;

/// <summary>Writes one field after another.</summary>
internal sealed class LittleEndianWriter
{
    private readonly List<byte> _bytes = [];

    public void UInt8(byte value) => _bytes.Add(value);

    public void UInt16(ushort value) => Unsigned(value, 2);

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    /// <summary>Writes the lowest bytes of a number; those of a negative one are two's complement.</summary>
    public void Unsigned(ulong value, int size)
    {
        for (var i = 0; i < size; i++)
            _bytes.Add((byte)(value >> (8 * i)));
    }

    public byte[] ToArray() => [.. _bytes];
}
