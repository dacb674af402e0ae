namespace PhysioEdge.Inference.Conversion.Tflite;

/// <summary>A tflite file with one subgraph; its operators are listed in the order of their execution.</summary>
internal sealed record TfliteModel(
    string Name,
    IReadOnlyList<TfliteTensor> Tensors,
    IReadOnlyList<TfliteOperator> Operators,
    IReadOnlyList<int> Inputs,
    IReadOnlyList<int> Outputs);

/// <summary>A tensor; <see cref="Data"/> is empty unless the file gives its values.</summary>
internal sealed record TfliteTensor(
    string Name,
    int[] Shape,
    TfliteType Type,
    ReadOnlyMemory<byte> Data,
    bool Quantized,
    IReadOnlyList<TfliteDimension>? Sparsity)
{
    public int ElementCount => Shape.Aggregate(1, static (count, size) => checked(count * size));
}

/// <summary>How one dimension of a sparse tensor is stored: all of it, or compressed rows of (segments, indices).</summary>
internal sealed record TfliteDimension(TfliteDimensionFormat Format, int DenseSize, int[] Segments, int[] Indices);

/// <summary>An operator; an input of -1 is one that is left out.</summary>
internal sealed record TfliteOperator(
    int Index,
    TfliteOpcode Opcode,
    string OpcodeName,
    IReadOnlyList<int> Inputs,
    IReadOnlyList<int> Outputs,
    TfliteOptionsType OptionsType,
    FlatTable? Options);
