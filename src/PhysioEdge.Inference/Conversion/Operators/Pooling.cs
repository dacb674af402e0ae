using PhysioEdge.Inference.Conversion.Onnx;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion.Operators;

/// <summary>MAX_POOL_2D.</summary>
internal static class Pooling
{
    public static void ConvertMaxPool2D(ConversionContext context, TfliteOperator op)
    {
        var input = context.Input(op, 0);
        var options = context.Options(op, TfliteOptionsType.Pool2D);
        var window = new SlidingWindow(
            options.Int32(TfliteSchema.Pool.KernelY),
            options.Int32(TfliteSchema.Pool.KernelX),
            options.Int32(TfliteSchema.Pool.StrideY),
            options.Int32(TfliteSchema.Pool.StrideX),
            1,
            1,
            context.Known<TflitePadding>(op, options.Byte(TfliteSchema.Pool.Padding)));
        if (input.Shape is not [var batch, var rows, var columns, var channels] || !window.IsPlausible)
            throw context.Unknown(op, $"{window} over [{string.Join(", ", input.Shape)}]");
        var margins = window.ImplicitMargins(rows, columns);
        var (outputRows, outputColumns) = window.Output(rows + margins.Top + margins.Bottom, columns + margins.Left + margins.Right);
        context.RequireShape(op, batch, outputRows, outputColumns, channels);
        context.Emit(
            op,
            "MaxPool",
            [input.Name],
            options.Byte(TfliteSchema.Pool.Activation),
            new OnnxAttribute("kernel_shape", window.KernelY, window.KernelX),
            new OnnxAttribute("pads", margins.ToPads()),
            new OnnxAttribute("strides", window.StrideY, window.StrideX));
    }
}
