using System.Buffers;
using System.Text;

namespace PhysioEdge.Inference.Conversion.Onnx;

/// <summary>Writes protobuf fields in the order they are given (protobuf.dev, "Encoding"): the same calls give the same bytes.</summary>
internal sealed class ProtobufWriter
{
    private const int VarintWire = 0;
    private const int LengthDelimitedWire = 2;

    private readonly ArrayBufferWriter<byte> _buffer = new();

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    public void Integer(int field, long value)
    {
        Tag(field, VarintWire);
        Varint((ulong)value);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, LengthDelimitedWire);
        Varint((ulong)value.Length);
        _buffer.Write(value);
    }

    public void Message(int field, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        Bytes(field, message._buffer.WrittenSpan);
    }

    private void Tag(int field, int wire) => Varint((ulong)(field << 3 | wire));

    private void Varint(ulong value)
    {
        Span<byte> bytes = stackalloc byte[10];
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            bytes[length++] = (byte)(value | 0x80);
        bytes[length++] = (byte)value;
        _buffer.Write(bytes[..length]);
    }
}
