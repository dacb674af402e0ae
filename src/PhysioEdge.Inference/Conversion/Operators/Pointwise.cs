using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion.Operators;

/// <summary>ADD and LOGISTIC.</summary>
internal static class Pointwise
{
    public static void ConvertAdd(ConversionContext context, TfliteOperator op)
    {
        var (left, right) = (context.Input(op, 0), context.Input(op, 1));
        var options = context.Options(op, TfliteOptionsType.Add);
        if (!left.Shape.AsSpan().SequenceEqual(right.Shape))
            throw context.Unknown(op, "its inputs are of different shapes");
        context.RequireShape(op, left.Shape);
        context.Emit(op, "Add", [left.Name, right.Name], options.Byte(TfliteSchema.Add.Activation));
    }

    public static void ConvertLogistic(ConversionContext context, TfliteOperator op)
    {
        var input = context.Input(op, 0);
        context.RequireShape(op, input.Shape);
        context.Emit(op, "Sigmoid", [input.Name], (byte)TfliteActivation.None);
    }
}
