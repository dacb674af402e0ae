using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion.Operators;

/// <summary>
/// PAD. Margins around a picture are only remembered, until the convolutions that read it take them into their own padding;
/// channels of zeros become a node.
/// </summary>
internal static class Padding
{
    private const int Rank = 4;

    public static void Convert(ConversionContext context, TfliteOperator op)
    {
        var input = context.Input(op, 0);
        var zeros = context.Weights.Int32s(context.InputTensor(op, 1), Rank * 2);
        if (input.Shape is not [var batch, var rows, var columns, var channels]
            || zeros.Any(static count => count is < 0 or > SlidingWindow.Largest))
        {
            throw Unknown(context, op, zeros);
        }

        if (zeros is [0, 0, var top, var bottom, var left, var right, 0, 0])
        {
            context.RequireShape(op, batch, rows + top + bottom, columns + left + right, channels);
            context.Padded[context.OutputTensor(op)] = new PaddedActivation(input, new Margins(top, left, bottom, right));
        }
        else if (zeros is [0, 0, 0, 0, 0, 0, var before, var after])
        {
            context.RequireShape(op, batch, rows, columns, before + channels + after);
            var pads = context.Weights.Sizes($"t{context.OutputTensor(op)}_pads", 0, before, 0, 0, 0, after, 0, 0);
            context.Emit(op, "Pad", [input.Name, pads], (byte)TfliteActivation.None);
        }
        else
        {
            throw Unknown(context, op, zeros);
        }
    }

    private static ModelException Unknown(ConversionContext context, TfliteOperator op, int[] zeros) =>
        context.Unknown(op, $"padding by [{string.Join(", ", zeros)}]");
}
