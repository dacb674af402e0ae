using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion;

/// <summary>
/// Spreads a compressed tensor out to its full shape, zeros where nothing is stored. Each dimension is either dense or
/// holds, for every row above it, a segment of indices (TACO's format, as schema.fbs describes under SparsityParameters).
/// </summary>
internal sealed class SparseTensor
{
    private const int ElementBytes = sizeof(ushort);

    private readonly string _model;
    private readonly TfliteTensor _tensor;
    private readonly IReadOnlyList<TfliteDimension> _dimensions;
    private readonly byte[] _dense;

    private SparseTensor(string model, TfliteTensor tensor, IReadOnlyList<TfliteDimension> dimensions)
    {
        _model = model;
        _tensor = tensor;
        _dimensions = dimensions;
        _dense = new byte[tensor.ElementCount * ElementBytes];
    }

    /// <summary>Gives the half-precision values of a sparse tensor in its full shape, row by row.</summary>
    public static byte[] Densify(string model, TfliteTensor tensor)
    {
        if (tensor.Sparsity is not { } dimensions || tensor.Type != TfliteType.Float16)
            throw new ModelException($"'{model}' cannot be converted: tensor '{tensor.Name}' ({tensor.Type}) is not a sparse half-precision one.");
        var sparse = new SparseTensor(model, tensor, dimensions);
        sparse.Fill(0, 0, 0);
        return sparse._dense;
    }

    private void Fill(int level, long stored, int element)
    {
        if (level == _dimensions.Count)
        {
            Copy(stored, element);
            return;
        }

        var size = _tensor.Shape[level];
        var dimension = _dimensions[level];
        if (dimension.Format == TfliteDimensionFormat.Dense)
        {
            if (dimension.DenseSize != size)
                throw Damaged();
            for (var i = 0; i < size; i++)
                Fill(level + 1, stored * size + i, element * size + i);
            return;
        }

        var (first, end) = Segment(dimension, stored, size);
        for (var i = first; i < end; i++)
        {
            var index = dimension.Indices[i];
            if (index < 0 || index >= size)
                throw Damaged();
            Fill(level + 1, i, element * size + index);
        }
    }

    private static bool IsWithin(int first, int end, int count, int size) =>
        first >= 0 && first <= end && end <= count && end - first <= size;

    private (int First, int End) Segment(TfliteDimension dimension, long row, int size)
    {
        if (row + 1 >= dimension.Segments.Length)
            throw Damaged();
        var (first, end) = (dimension.Segments[row], dimension.Segments[row + 1]);
        return IsWithin(first, end, dimension.Indices.Length, size) ? (first, end) : throw Damaged();
    }

    private void Copy(long stored, int element)
    {
        if ((stored + 1) * ElementBytes > _tensor.Data.Length)
            throw Damaged();
        _tensor.Data.Span.Slice((int)stored * ElementBytes, ElementBytes).CopyTo(_dense.AsSpan(element * ElementBytes));
    }

    private ModelException Damaged() => new(
        $"'{_model}' cannot be converted: the values of the sparse tensor '{_tensor.Name}' do not fit its indices. The file is damaged: fetch it again.");
}
