namespace PhysioEdge.Inference.Conversion.Onnx;

/// <summary>An attribute of a node: exactly one of its values is set.</summary>
internal sealed record OnnxAttribute
{
    public OnnxAttribute(string name, long value) => (Name, Integer) = (name, value);

    public OnnxAttribute(string name, string value) => (Name, Text) = (name, value);

    public OnnxAttribute(string name, params long[] values) => (Name, Integers) = (name, values);

    public string Name { get; }

    public long? Integer { get; }

    public string? Text { get; }

    public IReadOnlyList<long>? Integers { get; }
}
