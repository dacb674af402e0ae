using System.Runtime.InteropServices;
using Google.FlatBuffers;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>A small tflite file in the making, operator by operator. Google's own flatbuffer library writes it.</summary>
internal sealed class TfliteFile
{
    private readonly List<Tensor> _tensors = [];
    private readonly List<Operator> _operators = [];
    private readonly List<int> _inputs = [];
    private readonly List<int> _outputs = [];

    public int Input(params int[] shape)
    {
        _inputs.Add(Add(new Tensor("input_1", shape)));
        return _inputs[^1];
    }

    public TfliteFile Output(int tensor, string name = "Identity")
    {
        _tensors[tensor] = _tensors[tensor] with { Name = name };
        _outputs.Add(tensor);
        return this;
    }

    /// <summary>Adds a half-precision constant and the DEQUANTIZE that makes floats of it.</summary>
    public int Weights(int[] shape, params float[] values)
    {
        var half = Add(new Tensor("weights", shape, TfliteType.Float16, Halves(values)));
        return Add(TfliteOpcode.Dequantize, null, shape, half);
    }

    /// <summary>Adds a sparse half-precision constant, its last dimension compressed, with the DENSIFY and the DEQUANTIZE behind it.</summary>
    public int SparseWeights(int[] shape, Sparsity sparsity, params float[] values)
    {
        var sparse = Add(new Tensor("sparse weights", shape, TfliteType.Float16, Halves(values), Sparsity: sparsity));
        var dense = Add(TfliteOpcode.Densify, null, new Tensor("dense weights", shape, TfliteType.Float16), sparse);
        return Add(TfliteOpcode.Dequantize, null, shape, dense);
    }

    public int Ints(int[] shape, params int[] values) =>
        Add(new Tensor("integers", shape, TfliteType.Int32, MemoryMarshal.AsBytes<int>(values).ToArray()));

    public int Add(TfliteOpcode opcode, Options? options, int[] shape, params int[] inputs) =>
        Add(opcode, options, new Tensor($"made by {opcode}", shape), inputs);

    public int Add(TfliteOpcode opcode, Options? options, Tensor output, params int[] inputs)
    {
        var made = Add(output);
        _operators.Add(new Operator(opcode, options, inputs, made));
        return made;
    }

    public byte[] Build()
    {
        var builder = new FlatBufferBuilder(1024) { ForceDefaults = true };
        var subgraphs = builder.Tables([WriteSubgraph(builder)]);
        var buffers = builder.Tables(_tensors.Select(tensor => WriteBuffer(builder, tensor.Data ?? [])));
        var opcodes = builder.Tables(_operators.Select(op => builder.Table(4, () => builder.AddInt(3, (int)op.Opcode, 0))));
        var model = builder.Table(5, () =>
        {
            builder.AddInt(0, TfliteSchema.Version, 0);
            builder.AddOffset(1, opcodes, 0);
            builder.AddOffset(2, subgraphs, 0);
            builder.AddOffset(4, buffers, 0);
        });
        builder.Finish(model, "TFL3");
        return builder.SizedByteArray();
    }

    private static byte[] Halves(float[] values) =>
        MemoryMarshal.AsBytes<Half>(Array.ConvertAll(values, static value => (Half)value)).ToArray();

    private static int WriteBuffer(FlatBufferBuilder builder, byte[] data)
    {
        var bytes = builder.Bytes(Array.ConvertAll(data, static value => (int)value));
        return builder.Table(1, () => builder.AddOffset(0, bytes, 0));
    }

    private int WriteSubgraph(FlatBufferBuilder builder)
    {
        var tensors = builder.Tables(_tensors.Select((tensor, index) => tensor.Write(builder, index)));
        var operators = builder.Tables(_operators.Select((op, index) => op.Write(builder, index)));
        var (inputs, outputs) = (builder.Int32s(_inputs), builder.Int32s(_outputs));
        return builder.Table(4, () =>
        {
            builder.AddOffset(0, tensors, 0);
            builder.AddOffset(1, inputs, 0);
            builder.AddOffset(2, outputs, 0);
            builder.AddOffset(3, operators, 0);
        });
    }

    private int Add(Tensor tensor)
    {
        _tensors.Add(tensor);
        return _tensors.Count - 1;
    }

    internal sealed record Tensor(
        string Name, int[] Shape, TfliteType Type = TfliteType.Float32, byte[]? Data = null, bool Quantized = false, Sparsity? Sparsity = null)
    {
        public int Write(FlatBufferBuilder builder, int buffer)
        {
            var name = builder.CreateString(Name).Value;
            var shape = builder.Int32s(Shape);
            var scale = builder.Int32s(Quantized ? [1] : []);
            var quantization = builder.Table(3, () => builder.AddOffset(2, scale, 0));
            var sparsity = Sparsity?.Write(builder, Shape) ?? 0;
            return builder.Table(7, () =>
            {
                builder.AddOffset(0, shape, 0);
                builder.AddByte(1, (byte)Type, 0);
                builder.AddInt(2, buffer, 0);
                builder.AddOffset(3, name, 0);
                builder.AddOffset(4, quantization, 0);
                if (sparsity != 0)
                    builder.AddOffset(6, sparsity, 0);
            });
        }
    }

    /// <summary>The compressed last dimension: where the values of each row begin, and which column each value is in.</summary>
    internal sealed record Sparsity(TfliteIndexType IndexType, int[] Segments, int[] Indices)
    {
        public int Write(FlatBufferBuilder builder, int[] shape)
        {
            var order = builder.Int32s([.. Enumerable.Range(0, shape.Length)]);
            var dense = shape[..^1].Select(size => builder.Table(6, () => builder.AddInt(1, size, 0)));
            var dimensions = builder.Tables([.. dense, WriteCompressed(builder)]);
            return builder.Table(3, () =>
            {
                builder.AddOffset(0, order, 0);
                builder.AddOffset(2, dimensions, 0);
            });
        }

        private int WriteCompressed(FlatBufferBuilder builder)
        {
            var (segments, indices) = (WriteIndices(builder, Segments), WriteIndices(builder, Indices));
            return builder.Table(6, () =>
            {
                builder.AddByte(0, (byte)TfliteDimensionFormat.SparseCsr, 0);
                builder.AddByte(2, (byte)IndexType, 0);
                builder.AddOffset(3, segments, 0);
                builder.AddByte(4, (byte)IndexType, 0);
                builder.AddOffset(5, indices, 0);
            });
        }

        private int WriteIndices(FlatBufferBuilder builder, int[] values)
        {
            var vector = IndexType switch
            {
                TfliteIndexType.UInt8 => builder.Bytes(values),
                TfliteIndexType.UInt16 => builder.UInt16s(values),
                _ => builder.Int32s(values),
            };
            return builder.Table(1, () => builder.AddOffset(0, vector, 0));
        }
    }

    /// <summary>The options of an operator by field number; a field is a byte or a 32-bit integer, as the schema has it.</summary>
    internal sealed record Options(TfliteOptionsType Type, (int Field, byte Value)[] Bytes, (int Field, int Value)[] Integers)
    {
        public int Write(FlatBufferBuilder builder) => builder.Table(7, () =>
        {
            foreach (var (field, value) in Integers)
                builder.AddInt(field, value, 0);
            foreach (var (field, value) in Bytes)
                builder.AddByte(field, value, 0);
        });
    }

    private sealed record Operator(TfliteOpcode Opcode, Options? Options, int[] Inputs, int Output)
    {
        public int Write(FlatBufferBuilder builder, int opcode)
        {
            var (inputs, outputs) = (builder.Int32s(Inputs), builder.Int32s([Output]));
            var options = Options?.Write(builder) ?? 0;
            return builder.Table(5, () =>
            {
                builder.AddInt(0, opcode, 0);
                builder.AddOffset(1, inputs, 0);
                builder.AddOffset(2, outputs, 0);
                if (options == 0)
                    return;
                builder.AddByte(3, (byte)Options!.Type, 0);
                builder.AddOffset(4, options, 0);
            });
        }
    }
}
