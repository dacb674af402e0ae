using System.Text;

namespace PhysioEdge.Inference.Conversion.Tflite;

/// <summary>One table of a flatbuffer, its fields read by their number in the schema; a field left out has its default.</summary>
internal readonly struct FlatTable(FlatBuffer buffer, long position)
{
    private const int VtableHeaderBytes = 4;

    public byte Byte(int field, byte absent = 0) =>
        Locate(field) is { } place ? buffer.Byte(place) : absent;

    public int Int32(int field, int absent = 0) =>
        Locate(field) is { } place ? buffer.Int32(place) : absent;

    public string String(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public FlatTable? Table(int field) =>
        Locate(field) is { } place ? new FlatTable(buffer, buffer.Follow(place)) : null;

    public FlatTable[] Tables(int field)
    {
        var (start, count) = Vector(field, sizeof(uint));
        var tables = new FlatTable[count];
        for (var i = 0; i < count; i++)
            tables[i] = new FlatTable(buffer, buffer.Follow(start + (long)i * sizeof(uint)));
        return tables;
    }

    public ReadOnlyMemory<byte> Bytes(int field)
    {
        var (start, count) = Vector(field, sizeof(byte));
        return buffer.Slice(start, count);
    }

    public int[] UInt16s(int field)
    {
        var (start, count) = Vector(field, sizeof(ushort));
        var values = new int[count];
        for (var i = 0; i < count; i++)
            values[i] = buffer.UInt16(start + (long)i * sizeof(ushort));
        return values;
    }

    public int[] Int32s(int field)
    {
        var (start, count) = Vector(field, sizeof(int));
        var values = new int[count];
        for (var i = 0; i < count; i++)
            values[i] = buffer.Int32(start + (long)i * sizeof(int));
        return values;
    }

    private (long Start, int Count) Vector(int field, int elementBytes)
    {
        if (Locate(field) is not { } place)
            return (0, 0);
        var vector = buffer.Follow(place);
        var count = buffer.UInt32(vector);
        var start = vector + sizeof(uint);
        buffer.Slice(start, (long)count * elementBytes);
        return (start, (int)count);
    }

    private long? Locate(int field)
    {
        var vtable = position - buffer.Int32(position);
        var entry = VtableHeaderBytes + field * sizeof(ushort);
        if (entry + sizeof(ushort) > buffer.UInt16(vtable))
            return null;
        var offset = buffer.UInt16(vtable + entry);
        return offset == 0 ? null : position + offset;
    }
}
