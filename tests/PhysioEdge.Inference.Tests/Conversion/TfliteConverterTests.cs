using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>Each operator on a few numbers, run in ONNX Runtime and held against what TFLite's definition of it gives by hand.</summary>
public sealed class TfliteConverterTests
{
    private static readonly float[] Ones16 = [.. Enumerable.Repeat(1f, 16)];

    [Fact]
    public void Same_padding_of_a_stride_2_convolution_puts_its_zeros_below_and_to_the_right()
    {
        var file = new TfliteFile();
        var made = file.Add(
            TfliteOpcode.DepthwiseConv2D,
            Ops.DepthwiseConv2D(TflitePadding.Same, stride: 2),
            [1, 2, 2, 1],
            file.Input(1, 4, 4, 1),
            file.Weights([1, 3, 3, 1], [.. Enumerable.Repeat(1f, 9)]),
            file.Weights([1], 0));

        Assert.Equal([9, 6, 6, 4], Run(file.Output(made), Ones16));
    }

    [Fact]
    public void An_explicit_padding_becomes_part_of_every_convolution_that_reads_it()
    {
        var file = new TfliteFile();
        var padded = file.Add(TfliteOpcode.Pad, null, [1, 6, 6, 1], file.Input(1, 4, 4, 1), file.Ints([4, 2], 0, 0, 1, 1, 1, 1, 0, 0));
        var filter = file.Weights([1, 3, 3, 1], [.. Enumerable.Repeat(1f, 9)]);
        var bias = file.Weights([1], 0);
        var one = file.Add(TfliteOpcode.Conv2D, Ops.Conv2D(TflitePadding.Valid, stride: 2), [1, 2, 2, 1], padded, filter, bias);
        var other = file.Add(TfliteOpcode.Conv2D, Ops.Conv2D(TflitePadding.Valid, stride: 2), [1, 2, 2, 1], padded, filter, bias);
        var sum = file.Add(TfliteOpcode.Add, Ops.Add(), [1, 2, 2, 1], one, other);

        Assert.Equal([8, 12, 12, 18], Run(file.Output(sum), Ones16));
    }

    [Fact]
    public void A_filter_keeps_its_rows_columns_and_channels_apart()
    {
        var file = new TfliteFile();
        var made = file.Add(
            TfliteOpcode.Conv2D,
            Ops.Conv2D(TflitePadding.Valid),
            [1, 1, 1, 2],
            file.Input(1, 2, 2, 2),
            file.Weights([2, 2, 2, 2], 1, 0, 0, 2, 0, 0, 0, 0, /* second filter: */ 0, 0, 0, 0, 3, 0, 0, 4),
            file.Weights([2], 0.5f, -0.5f));

        // Channels first: the first channel is 1 2 / 3 4, the second 10 20 / 30 40.
        Assert.Equal([1 + 2 * 20 + 0.5f, 3 * 3 + 4 * 40 - 0.5f], Run(file.Output(made), [1, 2, 3, 4, 10, 20, 30, 40]));
    }

    [Fact]
    public void A_depthwise_convolution_may_make_several_channels_of_one()
    {
        var file = new TfliteFile();
        var made = file.Add(
            TfliteOpcode.DepthwiseConv2D,
            Ops.DepthwiseConv2D(TflitePadding.Valid, multiplier: 2),
            [1, 1, 1, 4],
            file.Input(1, 1, 1, 2),
            file.Weights([1, 1, 1, 4], 1, 2, 3, 4),
            file.Weights([4], 0, 0, 0, 0));

        Assert.Equal([5, 10, 21, 28], Run(file.Output(made), [5, 7]));
    }

    [Fact]
    public void Sparse_weights_are_spread_out_row_by_row()
    {
        foreach (var indexType in new[] { TfliteIndexType.UInt8, TfliteIndexType.UInt16, TfliteIndexType.Int32 })
        {
            var file = new TfliteFile();
            var made = file.Add(
                TfliteOpcode.Conv2D,
                Ops.Conv2D(TflitePadding.Same),
                [1, 1, 1, 3],
                file.Input(1, 1, 1, 3),
                file.SparseWeights([3, 1, 1, 3], new TfliteFile.Sparsity(indexType, [0, 2, 2, 3], [0, 2, 1]), 2, 3, 5),
                file.Weights([3], 0, 0, 0));

            Assert.Equal([2 * 1 + 3 * 100, 0, 5 * 10], Run(file.Output(made), [1, 10, 100]));
        }
    }

    [Theory]
    [InlineData(TfliteActivation.None, -2, 4, 8)]
    [InlineData(TfliteActivation.Relu, 0, 4, 8)]
    [InlineData(TfliteActivation.Relu6, 0, 4, 6)]
    internal void A_fused_activation_is_applied_to_the_sum(TfliteActivation activation, float first, float second, float third)
    {
        var file = new TfliteFile();
        var input = file.Input(1, 3);
        var made = file.Add(TfliteOpcode.Add, Ops.Add(activation), [1, 3], input, input);

        Assert.Equal([first, second, third], Run(file.Output(made), [-1, 2, 4]));
    }

    [Fact]
    public void A_bilinear_resize_takes_the_centres_of_pixels()
    {
        var file = new TfliteFile();
        var made = file.Add(TfliteOpcode.ResizeBilinear, Ops.ResizeBilinear(), [1, 2, 4, 1], file.Input(1, 1, 2, 1), file.Ints([2], 2, 4));

        Assert.Equal([0, 1, 3, 4, 0, 1, 3, 4], Run(file.Output(made), [0, 4]));
    }

    [Fact]
    public void Depth_to_space_takes_the_block_before_the_channel()
    {
        var file = new TfliteFile();
        var made = file.Add(TfliteOpcode.DepthToSpace, Ops.DepthToSpace(2), [1, 2, 2, 2], file.Input(1, 1, 1, 8));

        Assert.Equal([1, 3, 5, 7, 2, 4, 6, 8], Run(file.Output(made), [1, 2, 3, 4, 5, 6, 7, 8]));
    }

    [Fact]
    public void A_reshape_of_pixels_keeps_the_order_row_column_channel()
    {
        var file = new TfliteFile();
        var made = file.Add(TfliteOpcode.Reshape, null, [1, 4, 2], file.Input(1, 2, 2, 2), file.Ints([3], 1, -1, 2));

        Assert.Equal([1, 10, 2, 20, 3, 30, 4, 40], Run(file.Output(made), [1, 2, 3, 4, 10, 20, 30, 40]));
    }

    [Fact]
    public void A_concatenation_puts_one_list_after_the_other()
    {
        var file = new TfliteFile();
        var input = file.Input(1, 2, 1);
        var doubled = file.Add(TfliteOpcode.Add, Ops.Add(), [1, 2, 1], input, input);
        var made = file.Add(TfliteOpcode.Concatenation, Ops.Concatenation(1), [1, 4, 1], input, doubled);

        Assert.Equal([1, 2, 2, 4], Run(file.Output(made), [1, 2]));
    }

    [Fact]
    public void A_maximum_pool_ignores_what_lies_outside_the_picture()
    {
        var file = new TfliteFile();
        var made = file.Add(TfliteOpcode.MaxPool2D, Ops.MaxPool2D(TflitePadding.Same, 2, 2), [1, 2, 2, 1], file.Input(1, 3, 3, 1));

        Assert.Equal([-1, -3, -7, -9], Run(file.Output(made), [-1, -2, -3, -4, -5, -6, -7, -8, -9]));
    }

    [Fact]
    public void Padding_of_channels_adds_channels_of_zeros()
    {
        var file = new TfliteFile();
        var made = file.Add(TfliteOpcode.Pad, null, [1, 1, 2, 3], file.Input(1, 1, 2, 1), file.Ints([4, 2], 0, 0, 0, 0, 0, 0, 0, 2));

        Assert.Equal([1, 2, 0, 0, 0, 0], Run(file.Output(made), [1, 2]));
    }

    [Fact]
    public void A_logistic_is_a_sigmoid()
    {
        var file = new TfliteFile();
        var made = file.Add(TfliteOpcode.Logistic, null, [1, 1], file.Input(1, 1));

        Assert.Equal([0.5f], Run(file.Output(made), [0]));
    }

    [Fact]
    public void What_only_an_output_needs_that_is_not_kept_is_left_out()
    {
        var file = new TfliteFile();
        var input = file.Input(1, 3);
        var kept = file.Add(TfliteOpcode.Add, Ops.Add(), [1, 3], input, input);
        var dropped = file.Add((TfliteOpcode)54, null, [1, 3], kept);
        file.Output(kept).Output(dropped, "Identity_1");

        Assert.Equal([2, 4, 6], Run(file, [1, 2, 3]));
        var error = Assert.Throws<ModelException>(() => TfliteConverter.Convert(file.Build(), "test", ["Identity", "Identity_1"]));
        Assert.Contains("operator 1 (54)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Converting_twice_gives_the_same_bytes()
    {
        var tflite = SmallNetwork.Build();

        Assert.Equal(
            TfliteConverter.Convert(tflite, "test", SmallNetwork.Outputs),
            TfliteConverter.Convert(tflite, "test", SmallNetwork.Outputs));
    }

    private static float[] Run(TfliteFile file, float[] input)
    {
        using var model = new OnnxModel("test", TfliteConverter.Convert(file.Build(), "test", ["Identity"]));
        input.CopyTo(model.Input);
        model.Run();
        return model.Output("Identity").ToArray();
    }
}
