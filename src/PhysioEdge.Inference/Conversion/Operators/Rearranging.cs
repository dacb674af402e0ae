using PhysioEdge.Inference.Conversion.Onnx;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion.Operators;

/// <summary>RESHAPE, CONCATENATION, DEPTH_TO_SPACE and RESIZE_BILINEAR.</summary>
internal static class Rearranging
{
    public static void ConvertReshape(ConversionContext context, TfliteOperator op)
    {
        var input = context.Input(op, 0);
        var output = context.Output(op);
        if (output.Shape.Length == 4)
            throw context.Unknown(op, "a result of rank 4");
        if (output.ElementCount != input.Shape.Aggregate(1, static (count, size) => count * size))
            throw context.Unknown(op, $"[{string.Join(", ", input.Shape)}] to [{string.Join(", ", output.Shape)}]");
        var name = $"t{context.OutputTensor(op)}";
        var shape = context.Weights.Sizes($"{name}_shape", ConversionContext.OnnxShape(output.Shape));
        context.Emit(op, "Reshape", [ChannelsLast(context, input, name), shape], (byte)TfliteActivation.None);
    }

    public static void ConvertConcatenation(ConversionContext context, TfliteOperator op)
    {
        var options = context.Options(op, TfliteOptionsType.Concatenation);
        var inputs = Enumerable.Range(0, op.Inputs.Count).Select(input => context.Input(op, input)).ToArray();
        var axis = options.Int32(TfliteSchema.Concatenation.Axis);
        if (inputs is not [{ Shape: { Length: not 4 } first }, ..] || axis < 0 || axis >= first.Length)
            throw context.Unknown(op, $"axis {axis} of tensors of rank {(inputs is [var any, ..] ? any.Shape.Length : 0)}");
        if (inputs.Any(input => !WithSize(input.Shape, axis, 1).SequenceEqual(WithSize(first, axis, 1))))
            throw context.Unknown(op, "its inputs differ in more than the size along its axis");
        context.RequireShape(op, WithSize(first, axis, inputs.Sum(input => input.Shape[axis])));
        context.Emit(
            op,
            "Concat",
            [.. inputs.Select(static input => input.Name)],
            options.Byte(TfliteSchema.Concatenation.Activation),
            new OnnxAttribute("axis", axis));
    }

    public static void ConvertDepthToSpace(ConversionContext context, TfliteOperator op)
    {
        var input = context.Input(op, 0);
        var block = context.Options(op, TfliteOptionsType.DepthToSpace).Int32(TfliteSchema.DepthToSpace.BlockSize);
        if (input.Shape is not [var batch, var rows, var columns, var channels]
            || block is < 1 or > SlidingWindow.Largest || channels % (block * block) != 0)
        {
            throw context.Unknown(op, $"blocks of {block} from [{string.Join(", ", input.Shape)}]");
        }

        context.RequireShape(op, batch, rows * block, columns * block, channels / (block * block));
        context.Emit(
            op,
            "DepthToSpace",
            [input.Name],
            (byte)TfliteActivation.None,
            new OnnxAttribute("blocksize", block),
            new OnnxAttribute("mode", "DCR"));
    }

    public static void ConvertResizeBilinear(ConversionContext context, TfliteOperator op)
    {
        var input = context.Input(op, 0);
        var options = context.Options(op, TfliteOptionsType.ResizeBilinear);
        if (options.Byte(TfliteSchema.ResizeBilinear.AlignCorners) != 0 || options.Byte(TfliteSchema.ResizeBilinear.HalfPixelCenters) == 0)
            throw context.Unknown(op, "other than with half-pixel centres");
        if (context.Weights.Int32s(context.InputTensor(op, 1), 2) is not [var rows, var columns]
            || input.Shape is not [var batch, _, _, var channels])
        {
            throw context.Unknown(op, $"of [{string.Join(", ", input.Shape)}]");
        }

        context.RequireShape(op, batch, rows, columns, channels);
        var sizes = context.Weights.Sizes($"t{context.OutputTensor(op)}_sizes", batch, channels, rows, columns);
        const string Omitted = "";
        context.Emit(
            op,
            "Resize",
            [input.Name, Omitted, Omitted, sizes],
            (byte)TfliteActivation.None,
            new OnnxAttribute("coordinate_transformation_mode", "half_pixel"),
            new OnnxAttribute("mode", "linear"));
    }

    // The order of elements differs between the layouts only where there are both several pixels and several channels.
    private static string ChannelsLast(ConversionContext context, Activation input, string name) =>
        input.Shape is not [_, var rows, var columns, var channels] || rows * columns == 1 || channels == 1
            ? input.Name
            : context.Graph.AddNode("Transpose", [input.Name], $"{name}_channels_last", new OnnxAttribute("perm", 0, 2, 3, 1));

    private static int[] WithSize(int[] shape, int axis, int size) =>
        [.. shape.Select((old, dimension) => dimension == axis ? size : old)];
}
