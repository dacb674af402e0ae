using System.Buffers.Binary;
using PhysioEdge.Inference.Conversion.Onnx;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion;

/// <summary>
/// The constants of the model. Weights stay in half precision in the file, each behind a Cast that the runtime folds away
/// when it loads the model: half the size, the same numbers.
/// </summary>
internal sealed class WeightTable(TfliteModel model, OnnxGraph graph)
{
    private readonly Dictionary<int, ReadOnlyMemory<byte>> _halves = [];
    private readonly Dictionary<int, int> _sources = [];
    private readonly Dictionary<int, (string Name, int[] Order)> _written = [];

    /// <summary>Spreads out a sparse constant; its dense form is known from now on under the index of the output.</summary>
    public void Densify(int sparse, int dense)
    {
        RequireSameShape(sparse, dense);
        _halves[dense] = SparseTensor.Densify(model.Name, model.Tensors[sparse]);
    }

    /// <summary>Notes that a float tensor is nothing but a half-precision constant.</summary>
    public void Dequantize(int half, int full)
    {
        RequireSameShape(half, full);
        _sources[full] = half;
    }

    /// <summary>Gives the float value of a constant, its dimensions put into another order; it is written when first asked for.</summary>
    public string Permuted(int tensor, params int[] order)
    {
        if (_written.TryGetValue(tensor, out var written))
        {
            return written.Order.AsSpan().SequenceEqual(order)
                ? written.Name
                : throw Damaged(model.Tensors[tensor], "read as filters of two kinds");
        }

        var shape = model.Tensors[tensor].Shape;
        var stored = graph.AddInitializer(new OnnxTensor(
            $"w{tensor}",
            OnnxType.Float16,
            Array.ConvertAll(order, dimension => (long)shape[dimension]),
            Permutation.Apply(Halves(tensor).Span, shape, order)));
        var name = graph.AddNode("Cast", [stored], $"w{tensor}_float", new OnnxAttribute("to", (long)OnnxType.Float));
        _written[tensor] = (name, order);
        return name;
    }

    public string Scalar(string name, float value)
    {
        if (graph.Has(name))
            return name;
        var data = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(data, value);
        return graph.AddInitializer(new OnnxTensor(name, OnnxType.Float, [], data));
    }

    public string Sizes(string name, params long[] sizes)
    {
        var data = new byte[sizes.Length * sizeof(long)];
        for (var i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(i * sizeof(long)), sizes[i]);
        return graph.AddInitializer(new OnnxTensor(name, OnnxType.Int64, [sizes.Length], data));
    }

    /// <summary>Reads a constant of 32-bit integers, as TFLite gives paddings and sizes.</summary>
    public int[] Int32s(int tensor, int count)
    {
        var constant = model.Tensors[tensor];
        if (constant.Type != TfliteType.Int32 || constant.ElementCount != count || constant.Data.Length != count * sizeof(int))
            throw Damaged(constant, $"not a constant of {count} 32-bit integers");
        var values = new int[count];
        for (var i = 0; i < count; i++)
            values[i] = BinaryPrimitives.ReadInt32LittleEndian(constant.Data.Span[(i * sizeof(int))..]);
        return values;
    }

    private ReadOnlyMemory<byte> Halves(int tensor)
    {
        if (!_sources.TryGetValue(tensor, out var source))
            throw Damaged(model.Tensors[tensor], "not a half-precision constant behind a Dequantize");
        if (_halves.TryGetValue(source, out var dense))
            return dense;
        var constant = model.Tensors[source];
        if (constant.Type != TfliteType.Float16 || constant.Sparsity is not null
            || constant.Data.Length != constant.ElementCount * (long)sizeof(ushort))
        {
            throw Damaged(constant, $"not a dense half-precision constant of [{string.Join(", ", constant.Shape)}]");
        }

        return constant.Data;
    }

    private void RequireSameShape(int from, int to)
    {
        if (!model.Tensors[from].Shape.AsSpan().SequenceEqual(model.Tensors[to].Shape))
            throw Damaged(model.Tensors[to], $"not of the shape of '{model.Tensors[from].Name}', from which it is made");
    }

    private ModelException Damaged(TfliteTensor tensor, string what) =>
        new($"'{model.Name}' cannot be converted: tensor '{tensor.Name}' ({tensor.Type}) is {what}.");
}
