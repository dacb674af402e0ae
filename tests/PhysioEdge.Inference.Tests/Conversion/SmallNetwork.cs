using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>A tflite file that holds every operator there is a conversion for, small enough to be damaged thousands of times.</summary>
internal static class SmallNetwork
{
    public static string[] Outputs { get; } = ["Identity", "Identity_1"];

    public static byte[] Build()
    {
        var file = new TfliteFile();
        var padded = file.Add(TfliteOpcode.Pad, null, [1, 10, 10, 3], file.Input(1, 8, 8, 3), file.Ints([4, 2], 0, 0, 1, 1, 1, 1, 0, 0));
        var stem = file.Add(
            TfliteOpcode.Conv2D,
            Ops.Conv2D(TflitePadding.Valid, stride: 2, TfliteActivation.Relu6),
            [1, 4, 4, 4],
            padded,
            file.Weights([4, 3, 3, 3], Ramp(108)),
            file.Weights([4], Ramp(4)));
        var depthwise = file.Add(
            TfliteOpcode.DepthwiseConv2D,
            Ops.DepthwiseConv2D(TflitePadding.Same),
            [1, 4, 4, 4],
            stem,
            file.Weights([1, 3, 3, 4], Ramp(36)),
            file.Weights([4], Ramp(4)));
        var pointwise = file.Add(
            TfliteOpcode.Conv2D,
            Ops.Conv2D(TflitePadding.Same),
            [1, 4, 4, 4],
            depthwise,
            file.SparseWeights([4, 1, 1, 4], new TfliteFile.Sparsity(TfliteIndexType.UInt8, [0, 1, 3, 3, 5], [2, 0, 3, 1, 2]), Ramp(5)),
            file.Weights([4], Ramp(4)));
        var sum = file.Add(TfliteOpcode.Add, Ops.Add(TfliteActivation.Relu), [1, 4, 4, 4], stem, pointwise);
        var pooled = file.Add(TfliteOpcode.MaxPool2D, Ops.MaxPool2D(TflitePadding.Same, 2, 2), [1, 2, 2, 4], sum);
        var resized = file.Add(TfliteOpcode.ResizeBilinear, Ops.ResizeBilinear(), [1, 4, 4, 4], pooled, file.Ints([2], 4, 4));
        var widened = file.Add(TfliteOpcode.Pad, null, [1, 2, 2, 8], pooled, file.Ints([4, 2], 0, 0, 0, 0, 0, 0, 0, 4));
        var spread = file.Add(TfliteOpcode.DepthToSpace, Ops.DepthToSpace(2), [1, 4, 4, 2], widened);
        var one = file.Add(TfliteOpcode.Reshape, null, [1, 16, 4], resized, file.Ints([3], 1, -1, 4));
        var other = file.Add(TfliteOpcode.Reshape, null, [1, 8, 4], spread, file.Ints([3], 1, -1, 4));
        var joined = file.Add(TfliteOpcode.Concatenation, Ops.Concatenation(1), [1, 24, 4], one, other);
        var probability = file.Add(TfliteOpcode.Logistic, null, [1, 24, 4], joined);
        return file.Output(probability).Output(spread, "Identity_1").Build();
    }

    private static float[] Ramp(int count) => [.. Enumerable.Range(1, count).Select(i => i / 64f)];
}
