using System.Buffers.Binary;

namespace PhysioEdge.Inference.Conversion.Tflite;

/// <summary>
/// A read-only flatbuffer (flatbuffers.dev, "FlatBuffer Internals"). Every read is checked against the end of the buffer,
/// so that a truncated or damaged file is an error with a name and never a stray read.
/// </summary>
internal sealed class FlatBuffer(ReadOnlyMemory<byte> bytes, string name)
{
    private const int IdentifierPosition = 4;

    public FlatTable Root => new(this, Follow(0));

    public bool HasIdentifier(ReadOnlySpan<byte> identifier) =>
        Slice(IdentifierPosition, identifier.Length).Span.SequenceEqual(identifier);

    public byte Byte(long position) => Slice(position, sizeof(byte)).Span[0];

    public ushort UInt16(long position) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(position, sizeof(ushort)).Span);

    public int Int32(long position) => BinaryPrimitives.ReadInt32LittleEndian(Slice(position, sizeof(int)).Span);

    public uint UInt32(long position) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(position, sizeof(uint)).Span);

    /// <summary>Gives the place that the offset stored at a position leads to.</summary>
    public long Follow(long position) => position + UInt32(position);

    public ReadOnlyMemory<byte> Slice(long position, long length)
    {
        if (position < 0 || position > bytes.Length || length > bytes.Length - position)
            throw Damaged($"it refers to byte {position + length}, past the end of its {bytes.Length} bytes");
        return bytes.Slice((int)position, (int)length);
    }

    public ModelException Damaged(string what) => new(
        $"'{name}' is not a readable tflite file: {what}. It is truncated or damaged: fetch it again.");
}
