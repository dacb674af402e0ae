using System.Collections.Frozen;
using PhysioEdge.Inference.Conversion.Onnx;
using PhysioEdge.Inference.Conversion.Operators;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion;

/// <summary>
/// Makes an ONNX model of a tflite one: NCHW, opset 13, padding folded into the convolutions, weights in half precision.
/// The same bytes in give the same bytes out. What it does not know is an error that names it.
/// </summary>
internal static class TfliteConverter
{
    private static readonly FrozenDictionary<TfliteOpcode, Action<ConversionContext, TfliteOperator>> Converters =
        new Dictionary<TfliteOpcode, Action<ConversionContext, TfliteOperator>>
        {
            [TfliteOpcode.Add] = Pointwise.ConvertAdd,
            [TfliteOpcode.Concatenation] = Rearranging.ConvertConcatenation,
            [TfliteOpcode.Conv2D] = Convolutions.ConvertConv2D,
            [TfliteOpcode.DepthwiseConv2D] = Convolutions.ConvertDepthwiseConv2D,
            [TfliteOpcode.DepthToSpace] = Rearranging.ConvertDepthToSpace,
            [TfliteOpcode.Dequantize] = Constants.ConvertDequantize,
            [TfliteOpcode.Logistic] = Pointwise.ConvertLogistic,
            [TfliteOpcode.MaxPool2D] = Pooling.ConvertMaxPool2D,
            [TfliteOpcode.Reshape] = Rearranging.ConvertReshape,
            [TfliteOpcode.ResizeBilinear] = Rearranging.ConvertResizeBilinear,
            [TfliteOpcode.Pad] = Padding.Convert,
            [TfliteOpcode.Densify] = Constants.ConvertDensify,
        }.ToFrozenDictionary();

    /// <param name="tflite">The file to convert.</param>
    /// <param name="name">The name of the model, for the graph and for messages.</param>
    /// <param name="outputs">The outputs to keep, in this order; whatever only others need is left out.</param>
    /// <exception cref="ModelException">The file is damaged, or holds something that is not known.</exception>
    public static byte[] Convert(ReadOnlyMemory<byte> tflite, string name, IReadOnlyList<string> outputs)
    {
        var model = TfliteReader.Read(tflite, name);
        var kept = outputs.Select(output => FindOutput(model, output)).ToArray();
        var graph = new OnnxGraph(name);
        var context = new ConversionContext(model, graph, kept.ToHashSet());
        foreach (var input in model.Inputs)
            context.AddInput(input);
        foreach (var op in LiveOperators(model, kept))
            Convert(context, op);
        foreach (var output in kept)
            graph.AddOutput(new OnnxValue(model.Tensors[output].Name, ConversionContext.OnnxShape(model.Tensors[output].Shape)));
        return OnnxWriter.Write(graph);
    }

    private static void Convert(ConversionContext context, TfliteOperator op)
    {
        if (!Converters.TryGetValue(op.Opcode, out var convert))
            throw context.Unknown(op, "this converter does not know such an operator");
        if (op.Opcode != TfliteOpcode.Densify)
            context.RequireFloat(op);
        convert(context, op);
    }

    private static int FindOutput(TfliteModel model, string name)
    {
        foreach (var output in model.Outputs)
        {
            if (model.Tensors[output].Name == name)
                return output;
        }
        throw new ModelException($"'{model.Name}' cannot be converted: it has no output '{name}'.");
    }

    private static List<TfliteOperator> LiveOperators(TfliteModel model, IEnumerable<int> kept)
    {
        var needed = kept.ToHashSet();
        var live = new List<TfliteOperator>();
        foreach (var op in model.Operators.Reverse())
        {
            if (!op.Outputs.Any(needed.Contains))
                continue;
            needed.UnionWith(op.Inputs);
            live.Add(op);
        }
        live.Reverse();
        return live;
    }
}
