namespace PhysioEdge.Inference.Conversion.Tflite;

/// <summary>Reads a tflite file into a <see cref="TfliteModel"/>; whatever does not hold together is a <see cref="ModelException"/>.</summary>
internal sealed class TfliteReader
{
    private const int MaximumRank = 6;
    private const int MaximumElements = 1 << 26;

    private readonly FlatBuffer _file;
    private readonly string _name;
    private readonly FlatTable _model;
    private readonly FlatTable[] _buffers;

    private TfliteReader(ReadOnlyMemory<byte> bytes, string name)
    {
        _name = name;
        _file = new FlatBuffer(bytes, name);
        if (!_file.HasIdentifier("TFL3"u8))
            throw _file.Damaged("it does not carry the mark TFL3");
        _model = _file.Root;
        _buffers = _model.Tables(TfliteSchema.Model.Buffers);
    }

    public static TfliteModel Read(ReadOnlyMemory<byte> bytes, string name) => new TfliteReader(bytes, name).Read();

    private TfliteModel Read()
    {
        if (_model.Int32(TfliteSchema.Model.Version) != TfliteSchema.Version)
            throw _file.Damaged($"its schema version is not {TfliteSchema.Version}");
        if (_model.Tables(TfliteSchema.Model.Subgraphs) is not [var graph])
            throw _file.Damaged("it does not hold exactly one subgraph");

        var tensors = graph.Tables(TfliteSchema.Subgraph.Tensors).Select(ReadTensor).ToArray();
        var codes = _model.Tables(TfliteSchema.Model.OperatorCodes);
        var operators = graph.Tables(TfliteSchema.Subgraph.Operators)
            .Select((table, index) => ReadOperator(index, table, codes, tensors.Length))
            .ToArray();
        return new TfliteModel(
            _name,
            tensors,
            operators,
            TensorIndices(graph.Int32s(TfliteSchema.Subgraph.Inputs), 0, tensors.Length),
            TensorIndices(graph.Int32s(TfliteSchema.Subgraph.Outputs), 0, tensors.Length));
    }

    private TfliteTensor ReadTensor(FlatTable table, int index)
    {
        var shape = table.Int32s(TfliteSchema.Tensor.Shape);
        if (!IsPlausible(shape))
            throw _file.Damaged($"tensor {index} has an impossible shape of {shape.Length} dimensions");
        var buffer = table.Int32(TfliteSchema.Tensor.Buffer);
        if (buffer < 0 || buffer >= _buffers.Length)
            throw _file.Damaged($"tensor {index} refers to buffer {buffer} of {_buffers.Length}");
        return new TfliteTensor(
            table.String(TfliteSchema.Tensor.Name),
            shape,
            (TfliteType)table.Byte(TfliteSchema.Tensor.Type),
            _buffers[buffer].Bytes(TfliteSchema.Buffer.Data),
            table.Table(TfliteSchema.Tensor.Quantization)?.Int32s(TfliteSchema.Quantization.Scale) is { Length: > 0 },
            table.Table(TfliteSchema.Tensor.Sparsity) is { } sparsity ? ReadSparsity(sparsity, index, shape.Length) : null);
    }

    private static bool IsPlausible(int[] shape) =>
        shape.Length <= MaximumRank
        && shape.All(static size => size >= 1)
        && shape.Aggregate(1.0, static (count, size) => count * size) <= MaximumElements;

    // Blocks and other orders of traversal are part of the format; no BlazePose model has them.
    private TfliteDimension[] ReadSparsity(FlatTable sparsity, int tensor, int rank)
    {
        var order = sparsity.Int32s(TfliteSchema.Sparsity.TraversalOrder);
        var dimensions = sparsity.Tables(TfliteSchema.Sparsity.Dimensions);
        if (!order.SequenceEqual(Enumerable.Range(0, rank)) || dimensions.Length != rank
            || sparsity.Int32s(TfliteSchema.Sparsity.BlockMap).Length != 0)
        {
            throw new ModelException($"'{_name}': sparse tensor {tensor} is stored in blocks or out of order, which this converter does not know.");
        }

        return Array.ConvertAll(dimensions, dimension => ReadDimension(dimension, tensor));
    }

    private TfliteDimension ReadDimension(FlatTable dimension, int tensor)
    {
        var format = (TfliteDimensionFormat)dimension.Byte(TfliteSchema.Dimension.Format);
        if (!Enum.IsDefined(format))
            throw _file.Damaged($"sparse tensor {tensor} has a dimension of format {(int)format}");
        return new TfliteDimension(
            format,
            dimension.Int32(TfliteSchema.Dimension.DenseSize),
            ReadIndices(dimension, TfliteSchema.Dimension.SegmentsType, TfliteSchema.Dimension.Segments, tensor),
            ReadIndices(dimension, TfliteSchema.Dimension.IndicesType, TfliteSchema.Dimension.Indices, tensor));
    }

    private int[] ReadIndices(FlatTable dimension, int typeField, int field, int tensor)
    {
        if (dimension.Table(field) is not { } vector)
            return [];
        return (TfliteIndexType)dimension.Byte(typeField) switch
        {
            TfliteIndexType.Int32 => vector.Int32s(TfliteSchema.IndexVector.Values),
            TfliteIndexType.UInt16 => vector.UInt16s(TfliteSchema.IndexVector.Values),
            TfliteIndexType.UInt8 => [.. vector.Bytes(TfliteSchema.IndexVector.Values).ToArray()],
            var type => throw _file.Damaged($"sparse tensor {tensor} has indices of type {(int)type}"),
        };
    }

    private TfliteOperator ReadOperator(int index, FlatTable table, FlatTable[] codes, int tensorCount)
    {
        var codeIndex = table.Int32(TfliteSchema.Operator.OpcodeIndex);
        if (codeIndex < 0 || codeIndex >= codes.Length)
            throw _file.Damaged($"operator {index} refers to opcode {codeIndex} of {codes.Length}");
        var code = codes[codeIndex];
        // Codes below 127 were once bytes: writers fill both fields, the larger one holds (schema.fbs, OperatorCode).
        var opcode = (TfliteOpcode)Math.Max(
            (sbyte)code.Byte(TfliteSchema.OperatorCode.DeprecatedBuiltinCode),
            code.Int32(TfliteSchema.OperatorCode.BuiltinCode));
        var custom = code.String(TfliteSchema.OperatorCode.CustomCode);
        return new TfliteOperator(
            index,
            opcode,
            custom.Length > 0 ? $"custom '{custom}'" : opcode.ToString(),
            TensorIndices(table.Int32s(TfliteSchema.Operator.Inputs), -1, tensorCount),
            TensorIndices(table.Int32s(TfliteSchema.Operator.Outputs), 0, tensorCount),
            (TfliteOptionsType)table.Byte(TfliteSchema.Operator.OptionsType),
            table.Table(TfliteSchema.Operator.Options));
    }

    private int[] TensorIndices(int[] indices, int lowest, int tensorCount)
    {
        foreach (var index in indices)
        {
            if (index < lowest || index >= tensorCount)
                throw _file.Damaged($"it refers to tensor {index} of {tensorCount}");
        }
        return indices;
    }
}
