using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>What the converter does not know must be an error that names it, never a wrong model.</summary>
public sealed class UnknownContentTests
{
    [Fact]
    public void An_unknown_operator_is_named()
    {
        var file = new TfliteFile();
        AssertRefused(file, file.Add((TfliteOpcode)54, null, [1, 3], file.Input(1, 3)), "operator 0 (54)");
    }

    [Fact]
    public void An_unknown_activation_function_is_named()
    {
        var file = new TfliteFile();
        var input = file.Input(1, 3);
        AssertRefused(file, file.Add(TfliteOpcode.Add, Ops.Add((TfliteActivation)4), [1, 3], input, input), "operator 0 (Add): TfliteActivation 4");
    }

    [Fact]
    public void An_addition_that_would_broadcast_is_refused()
    {
        var file = new TfliteFile();
        var input = file.Input(1, 4, 4, 2);
        var pooled = file.Add(TfliteOpcode.MaxPool2D, Ops.MaxPool2D(TflitePadding.Same, 4, 4), [1, 1, 1, 2], input);
        AssertRefused(file, file.Add(TfliteOpcode.Add, Ops.Add(), [1, 4, 4, 2], input, pooled), "different shapes");
    }

    [Fact]
    public void A_resize_that_aligns_corners_is_refused()
    {
        var file = new TfliteFile();
        var resized = file.Add(TfliteOpcode.ResizeBilinear, Ops.ResizeBilinear(halfPixelCenters: false), [1, 4, 4, 1], file.Input(1, 2, 2, 1), file.Ints([2], 4, 4));
        AssertRefused(file, resized, "half-pixel");
    }

    [Fact]
    public void A_quantized_tensor_is_refused()
    {
        var file = new TfliteFile();
        var output = new TfliteFile.Tensor("q", [1, 3], Quantized: true);
        AssertRefused(file, file.Add(TfliteOpcode.Logistic, null, output, file.Input(1, 3)), "quantized");
    }

    [Fact]
    public void A_tensor_of_another_type_is_refused()
    {
        var file = new TfliteFile();
        var output = new TfliteFile.Tensor("bytes", [1, 3], (TfliteType)9);
        AssertRefused(file, file.Add(TfliteOpcode.Logistic, null, output, file.Input(1, 3)), "is 9");
    }

    [Fact]
    public void A_shape_that_does_not_follow_from_the_inputs_is_refused()
    {
        var file = new TfliteFile();
        var pooled = file.Add(TfliteOpcode.MaxPool2D, Ops.MaxPool2D(TflitePadding.Valid, 2, 2), [1, 3, 2, 1], file.Input(1, 4, 4, 1));
        AssertRefused(file, pooled, "[1, 2, 2, 1]");
    }

    [Fact]
    public void A_padding_that_no_convolution_takes_in_is_refused()
    {
        var file = new TfliteFile();
        var padded = file.Add(TfliteOpcode.Pad, null, [1, 4, 4, 1], file.Input(1, 2, 2, 1), file.Ints([4, 2], 0, 0, 1, 1, 1, 1, 0, 0));
        AssertRefused(file, file.Add(TfliteOpcode.Logistic, null, [1, 4, 4, 1], padded), "operator 1 (Logistic)");
    }

    [Fact]
    public void A_window_larger_than_its_picture_is_refused()
    {
        var file = new TfliteFile();
        var pooled = file.Add(TfliteOpcode.MaxPool2D, Ops.MaxPool2D(TflitePadding.Valid, 3, 2), [1, 1, 1, 1], file.Input(1, 2, 2, 1));
        AssertRefused(file, pooled, "[1, 0, 0, 1]");
    }

    [Fact]
    public void A_filter_that_a_plain_and_a_depthwise_convolution_share_is_refused()
    {
        var file = new TfliteFile();
        var (input, filter, one, two) = (file.Input(1, 1, 1, 2), file.Weights([1, 1, 1, 2], 1, 2), file.Weights([1], 0), file.Weights([2], 0, 0));
        var depthwise = file.Add(TfliteOpcode.DepthwiseConv2D, Ops.DepthwiseConv2D(TflitePadding.Same), [1, 1, 1, 2], input, filter, two);
        var plain = file.Add(TfliteOpcode.Conv2D, Ops.Conv2D(TflitePadding.Same), [1, 1, 1, 1], depthwise, filter, one);
        AssertRefused(file, plain, "filters of two kinds");
    }

    [Fact]
    public void Sparse_weights_with_a_column_outside_the_tensor_are_refused()
    {
        var file = new TfliteFile();
        var weights = file.SparseWeights([1, 1, 1, 2], new TfliteFile.Sparsity(TfliteIndexType.UInt8, [0, 1], [2]), 1);
        var made = file.Add(TfliteOpcode.Conv2D, Ops.Conv2D(TflitePadding.Same), [1, 1, 1, 1], file.Input(1, 1, 1, 2), weights, file.Weights([1], 0));
        AssertRefused(file, made, "sparse weights");
    }

    [Fact]
    public void An_output_that_is_not_there_is_named()
    {
        var error = Assert.Throws<ModelException>(() => TfliteConverter.Convert(SmallNetwork.Build(), "test", ["Identity_9"]));
        Assert.Contains("Identity_9", error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(TfliteFile file, int output, string named)
    {
        var error = Assert.Throws<ModelException>(() => TfliteConverter.Convert(file.Output(output).Build(), "test", ["Identity"]));
        Assert.Contains("'test'", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
