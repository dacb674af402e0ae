using Google.FlatBuffers;

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>Tables and vectors without generated code, fields by their number.</summary>
internal static class FlatBufferBuilderExtensions
{
    public static int Table(this FlatBufferBuilder builder, int fields, Action write)
    {
        builder.StartTable(fields);
        write();
        return builder.EndTable();
    }

    public static int Tables(this FlatBufferBuilder builder, IEnumerable<int> tables)
    {
        // Writing goes from the end to the front; the tables themselves must all exist before the vector begins.
        var offsets = tables.ToArray();
        builder.StartVector(sizeof(int), offsets.Length, sizeof(int));
        for (var i = offsets.Length - 1; i >= 0; i--)
            builder.AddOffset(offsets[i]);
        return builder.EndVector().Value;
    }

    public static int Int32s(this FlatBufferBuilder builder, IReadOnlyList<int> values) =>
        builder.Vector(sizeof(int), values, builder.AddInt);

    public static int UInt16s(this FlatBufferBuilder builder, IReadOnlyList<int> values) =>
        builder.Vector(sizeof(ushort), values, value => builder.AddUshort((ushort)value));

    public static int Bytes(this FlatBufferBuilder builder, IReadOnlyList<int> values) =>
        builder.Vector(sizeof(byte), values, value => builder.AddByte((byte)value));

    private static int Vector(this FlatBufferBuilder builder, int elementBytes, IReadOnlyList<int> values, Action<int> add)
    {
        builder.StartVector(elementBytes, values.Count, 4);
        for (var i = values.Count - 1; i >= 0; i--)
            add(values[i]);
        return builder.EndVector().Value;
    }
}
