using PhysioEdge.Inference.Conversion.Onnx;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion;

/// <summary>A float tensor that the ONNX graph has by now; its shape is the one TFLite gives it (batch, rows, columns, channels).</summary>
internal sealed record Activation(string Name, int[] Shape);

/// <summary>
/// What the conversion of one operator sees: the tflite model, the ONNX graph so far, and which value stands for which tensor.
/// Tensors of rank 4 are NCHW in the graph, all others are as in TFLite.
/// </summary>
internal sealed class ConversionContext
{
    private readonly TfliteModel _model;
    private readonly IReadOnlySet<int> _outputs;
    private readonly Dictionary<int, string> _values = [];

    public ConversionContext(TfliteModel model, OnnxGraph graph, IReadOnlySet<int> outputs)
    {
        (_model, _outputs, Graph) = (model, outputs, graph);
        Weights = new WeightTable(model, graph);
    }

    public OnnxGraph Graph { get; }

    public WeightTable Weights { get; }

    /// <summary>Gets the paddings not yet written: a convolution takes the padding of its input into its own.</summary>
    public Dictionary<int, PaddedActivation> Padded { get; } = [];

    public static long[] OnnxShape(IReadOnlyList<int> shape) => shape is [var batch, var rows, var columns, var channels]
        ? [batch, channels, rows, columns]
        : [.. shape];

    public TfliteTensor Tensor(int index) => _model.Tensors[index];

    public void AddInput(int tensor)
    {
        var name = Tensor(tensor).Name;
        Graph.AddInput(new OnnxValue(name, OnnxShape(Tensor(tensor).Shape)));
        _values[tensor] = name;
    }

    public Activation Input(TfliteOperator op, int input)
    {
        var tensor = InputTensor(op, input);
        if (!_values.TryGetValue(tensor, out var name))
            throw Unknown(op, $"its input {input}, '{Tensor(tensor).Name}', is nothing that an operator before it makes");
        return new Activation(name, Tensor(tensor).Shape);
    }

    public int InputTensor(TfliteOperator op, int input)
    {
        if (input >= op.Inputs.Count || op.Inputs[input] < 0)
            throw Unknown(op, $"it has no input {input}");
        return op.Inputs[input];
    }

    public TfliteTensor Output(TfliteOperator op) => Tensor(OutputTensor(op));

    public int OutputTensor(TfliteOperator op) =>
        op.Outputs is [var single] ? single : throw Unknown(op, $"it has {op.Outputs.Count} outputs");

    /// <summary>Adds the node that stands for an operator, and one more for the activation function fused into it.</summary>
    public void Emit(TfliteOperator op, string opType, IReadOnlyList<string> inputs, byte activation, params IReadOnlyList<OnnxAttribute> attributes)
    {
        var function = Known<TfliteActivation>(op, activation);
        var tensor = OutputTensor(op);
        var name = _outputs.Contains(tensor) ? Tensor(tensor).Name : $"t{tensor}";
        var linear = function == TfliteActivation.None ? name : $"{name}_linear";
        Graph.AddNode(opType, inputs, linear, attributes);
        if (function == TfliteActivation.Relu)
            Graph.AddNode("Relu", [linear], name);
        else if (function == TfliteActivation.Relu6)
            Graph.AddNode("Clip", [linear, Weights.Scalar("relu6_low", 0), Weights.Scalar("relu6_high", 6)], name);
        _values[tensor] = name;
    }

    public FlatTable Options(TfliteOperator op, TfliteOptionsType type) =>
        op.OptionsType == type && op.Options is { } options ? options : throw Unknown(op, $"it carries no {type} options");

    public T Known<T>(TfliteOperator op, byte value)
        where T : struct, Enum
    {
        var known = (T)Enum.ToObject(typeof(T), (int)value);
        return Enum.IsDefined(known) ? known : throw Unknown(op, $"{typeof(T).Name} {value}");
    }

    /// <summary>Holds a computed output shape against the one in the file, so that a misread option cannot pass.</summary>
    public void RequireShape(TfliteOperator op, params ReadOnlySpan<int> computed)
    {
        if (!computed.SequenceEqual(Output(op).Shape))
            throw Unknown(op, $"its output is [{string.Join(", ", Output(op).Shape)}] where [{string.Join(", ", computed.ToArray())}] follows from its inputs");
    }

    public void RequireFloat(TfliteOperator op)
    {
        var output = Output(op);
        if (output.Type != TfliteType.Float32 || output.Quantized)
            throw Unknown(op, $"its output '{output.Name}' is {output.Type}{(output.Quantized ? ", quantized" : string.Empty)}, not Float32");
    }

    public ModelException Unknown(TfliteOperator op, string what) =>
        new($"'{_model.Name}' cannot be converted: operator {op.Index} ({op.OpcodeName}): {what}.");
}
