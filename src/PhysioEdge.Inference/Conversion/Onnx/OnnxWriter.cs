namespace PhysioEdge.Inference.Conversion.Onnx;

/// <summary>Writes a graph as an ONNX file. Field numbers and enumerations: onnx/onnx.proto.</summary>
internal static class OnnxWriter
{
    private const int IrVersion = 7;
    private const int OpsetVersion = 13;

    private const int IntegerAttribute = 2;
    private const int TextAttribute = 3;
    private const int IntegersAttribute = 7;

    public static byte[] Write(OnnxGraph graph)
    {
        var model = new ProtobufWriter();
        model.Integer(1, IrVersion);
        model.Text(2, "PhysioEdge");
        model.Message(7, writer => WriteGraph(writer, graph));
        model.Message(8, static opset => opset.Integer(2, OpsetVersion));
        return model.ToArray();
    }

    private static void WriteGraph(ProtobufWriter writer, OnnxGraph graph)
    {
        foreach (var node in graph.Nodes)
            writer.Message(1, message => WriteNode(message, node));
        writer.Text(2, graph.Name);
        foreach (var tensor in graph.Initializers)
            writer.Message(5, message => WriteTensor(message, tensor));
        foreach (var value in graph.Inputs)
            writer.Message(11, message => WriteValue(message, value));
        foreach (var value in graph.Outputs)
            writer.Message(12, message => WriteValue(message, value));
    }

    private static void WriteNode(ProtobufWriter writer, OnnxNode node)
    {
        foreach (var input in node.Inputs)
            writer.Text(1, input);
        writer.Text(2, node.Output);
        writer.Text(4, node.OpType);
        foreach (var attribute in node.Attributes)
            writer.Message(5, message => WriteAttribute(message, attribute));
    }

    private static void WriteAttribute(ProtobufWriter writer, OnnxAttribute attribute)
    {
        writer.Text(1, attribute.Name);
        if (attribute.Integer is { } integer)
        {
            writer.Integer(3, integer);
            writer.Integer(20, IntegerAttribute);
        }
        else if (attribute.Text is { } text)
        {
            writer.Text(4, text);
            writer.Integer(20, TextAttribute);
        }
        else
        {
            foreach (var value in attribute.Integers ?? [])
                writer.Integer(8, value);
            writer.Integer(20, IntegersAttribute);
        }
    }

    private static void WriteTensor(ProtobufWriter writer, OnnxTensor tensor)
    {
        foreach (var size in tensor.Shape)
            writer.Integer(1, size);
        writer.Integer(2, (int)tensor.Type);
        writer.Text(8, tensor.Name);
        writer.Bytes(9, tensor.Data.Span);
    }

    private static void WriteValue(ProtobufWriter writer, OnnxValue value)
    {
        writer.Text(1, value.Name);
        writer.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Integer(1, (int)OnnxType.Float);
            tensor.Message(2, shape =>
            {
                foreach (var size in value.Shape)
                    shape.Message(1, dimension => dimension.Integer(1, size));
            });
        }));
    }
}
