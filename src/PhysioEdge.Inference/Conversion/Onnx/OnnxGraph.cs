namespace PhysioEdge.Inference.Conversion.Onnx;

/// <summary>The element types that are written. Source: TensorProto.DataType in onnx/onnx.proto.</summary>
internal enum OnnxType
{
    Float = 1,
    Int64 = 7,
    Float16 = 10,
}

/// <summary>A float tensor that goes into or comes out of the graph.</summary>
internal sealed record OnnxValue(string Name, IReadOnlyList<long> Shape);

internal sealed record OnnxTensor(string Name, OnnxType Type, IReadOnlyList<long> Shape, ReadOnlyMemory<byte> Data);

internal sealed record OnnxNode(string OpType, IReadOnlyList<string> Inputs, string Output, IReadOnlyList<OnnxAttribute> Attributes);

/// <summary>A graph under construction: nodes in the order of execution, every name given once.</summary>
internal sealed class OnnxGraph(string name)
{
    private readonly HashSet<string> _names = [];
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxTensor> _initializers = [];
    private readonly List<OnnxValue> _inputs = [];
    private readonly List<OnnxValue> _outputs = [];

    public string Name => name;

    public IReadOnlyList<OnnxNode> Nodes => _nodes;

    public IReadOnlyList<OnnxTensor> Initializers => _initializers;

    public IReadOnlyList<OnnxValue> Inputs => _inputs;

    public IReadOnlyList<OnnxValue> Outputs => _outputs;

    public bool Has(string valueName) => _names.Contains(valueName);

    public void AddInput(OnnxValue value)
    {
        Claim(value.Name);
        _inputs.Add(value);
    }

    public void AddOutput(OnnxValue value)
    {
        if (!Has(value.Name))
            throw new ModelException($"'{name}': nothing makes its output '{value.Name}'.");
        _outputs.Add(value);
    }

    public string AddInitializer(OnnxTensor tensor)
    {
        Claim(tensor.Name);
        _initializers.Add(tensor);
        return tensor.Name;
    }

    public string AddNode(string opType, IReadOnlyList<string> inputs, string output, params IReadOnlyList<OnnxAttribute> attributes)
    {
        Claim(output);
        _nodes.Add(new OnnxNode(opType, inputs, output, attributes));
        return output;
    }

    private void Claim(string valueName)
    {
        if (valueName.Length == 0 || !_names.Add(valueName))
            throw new ModelException($"'{name}' has two values of the name '{valueName}'.");
    }
}
