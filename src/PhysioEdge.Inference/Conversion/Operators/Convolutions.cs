using PhysioEdge.Inference.Conversion.Onnx;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion.Operators;

/// <summary>CONV_2D and DEPTHWISE_CONV_2D, with the padding before them and the activation function inside them.</summary>
internal static class Convolutions
{
    private const int Filter = 1;
    private const int Bias = 2;

    public static void ConvertConv2D(ConversionContext context, TfliteOperator op)
    {
        var options = context.Options(op, TfliteOptionsType.Conv2D);
        var filter = context.InputTensor(op, Filter);
        if (context.Tensor(filter).Shape is not [var outputs, var kernelY, var kernelX, var inputs])
            throw context.Unknown(op, "its filter is not of rank 4");
        var window = new SlidingWindow(
            kernelY,
            kernelX,
            options.Int32(TfliteSchema.Convolution.StrideY),
            options.Int32(TfliteSchema.Convolution.StrideX),
            options.Int32(TfliteSchema.Convolution.DilationY, 1),
            options.Int32(TfliteSchema.Convolution.DilationX, 1),
            context.Known<TflitePadding>(op, options.Byte(TfliteSchema.Convolution.Padding)));
        var activation = options.Byte(TfliteSchema.Convolution.Activation);
        Emit(context, op, window, new FilterBank(inputs, outputs, 1, [0, 3, 1, 2]), activation);
    }

    public static void ConvertDepthwiseConv2D(ConversionContext context, TfliteOperator op)
    {
        var options = context.Options(op, TfliteOptionsType.DepthwiseConv2D);
        var filter = context.InputTensor(op, Filter);
        if (context.Tensor(filter).Shape is not [1, var kernelY, var kernelX, var outputs])
            throw context.Unknown(op, "its filter is not of rank 4 with a first dimension of 1");
        var multiplier = options.Int32(TfliteSchema.DepthwiseConvolution.Multiplier);
        if (multiplier < 1 || outputs % multiplier != 0)
            throw context.Unknown(op, $"its {outputs} channels are no multiple of {multiplier}");
        var window = new SlidingWindow(
            kernelY,
            kernelX,
            options.Int32(TfliteSchema.DepthwiseConvolution.StrideY),
            options.Int32(TfliteSchema.DepthwiseConvolution.StrideX),
            options.Int32(TfliteSchema.DepthwiseConvolution.DilationY, 1),
            options.Int32(TfliteSchema.DepthwiseConvolution.DilationX, 1),
            context.Known<TflitePadding>(op, options.Byte(TfliteSchema.DepthwiseConvolution.Padding)));
        var activation = options.Byte(TfliteSchema.DepthwiseConvolution.Activation);
        var inputs = outputs / multiplier;
        Emit(context, op, window, new FilterBank(inputs, outputs, inputs, [3, 0, 1, 2]), activation);
    }

    private static void Emit(ConversionContext context, TfliteOperator op, SlidingWindow window, FilterBank filters, byte activation)
    {
        var (input, margins) = PaddedInput(context, op);
        if (input.Shape is not [var batch, var rows, var columns, var channels] || channels != filters.Inputs || !window.IsPlausible)
            throw context.Unknown(op, $"{window} over [{string.Join(", ", input.Shape)}]");
        rows += margins.Top + margins.Bottom;
        columns += margins.Left + margins.Right;
        var inside = window.ImplicitMargins(rows, columns);
        var (outputRows, outputColumns) = window.Output(rows + inside.Top + inside.Bottom, columns + inside.Left + inside.Right);
        context.RequireShape(op, batch, outputRows, outputColumns, filters.Outputs);

        var bias = context.InputTensor(op, Bias);
        if (context.Tensor(bias).Shape is not [var biases] || biases != filters.Outputs)
            throw context.Unknown(op, $"its bias is not one of {filters.Outputs} values");
        var weights = context.Weights.Permuted(op.Inputs[Filter], filters.ToOnnx);
        context.Emit(
            op,
            "Conv",
            [input.Name, weights, context.Weights.Permuted(bias, 0)],
            activation,
            new OnnxAttribute("dilations", window.DilationY, window.DilationX),
            new OnnxAttribute("group", filters.Groups),
            new OnnxAttribute("kernel_shape", window.KernelY, window.KernelX),
            new OnnxAttribute("pads", (margins + inside).ToPads()),
            new OnnxAttribute("strides", window.StrideY, window.StrideX));
    }

    private static PaddedActivation PaddedInput(ConversionContext context, TfliteOperator op) =>
        context.Padded.TryGetValue(context.InputTensor(op, 0), out var padded)
            ? padded
            : new PaddedActivation(context.Input(op, 0), default);

    /// <summary>The channels of a convolution, and the order of dimensions that makes its filter an ONNX one.</summary>
    private sealed record FilterBank(int Inputs, int Outputs, int Groups, int[] ToOnnx);
}
