using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>The options of the operators that the tests use, in the words of the schema.</summary>
internal static class Ops
{
    public static TfliteFile.Options Conv2D(TflitePadding padding, int stride = 1, TfliteActivation activation = TfliteActivation.None) => new(
        TfliteOptionsType.Conv2D,
        [(TfliteSchema.Convolution.Padding, (byte)padding), (TfliteSchema.Convolution.Activation, (byte)activation)],
        [(TfliteSchema.Convolution.StrideX, stride), (TfliteSchema.Convolution.StrideY, stride)]);

    public static TfliteFile.Options DepthwiseConv2D(TflitePadding padding, int stride = 1, int multiplier = 1) => new(
        TfliteOptionsType.DepthwiseConv2D,
        [(TfliteSchema.DepthwiseConvolution.Padding, (byte)padding), (TfliteSchema.DepthwiseConvolution.Activation, 0)],
        [
            (TfliteSchema.DepthwiseConvolution.StrideX, stride),
            (TfliteSchema.DepthwiseConvolution.StrideY, stride),
            (TfliteSchema.DepthwiseConvolution.Multiplier, multiplier),
        ]);

    public static TfliteFile.Options MaxPool2D(TflitePadding padding, int kernel, int stride) => new(
        TfliteOptionsType.Pool2D,
        [(TfliteSchema.Pool.Padding, (byte)padding), (TfliteSchema.Pool.Activation, 0)],
        [
            (TfliteSchema.Pool.StrideX, stride),
            (TfliteSchema.Pool.StrideY, stride),
            (TfliteSchema.Pool.KernelX, kernel),
            (TfliteSchema.Pool.KernelY, kernel),
        ]);

    public static TfliteFile.Options Add(TfliteActivation activation = TfliteActivation.None) =>
        new(TfliteOptionsType.Add, [(TfliteSchema.Add.Activation, (byte)activation)], []);

    public static TfliteFile.Options Concatenation(int axis) =>
        new(TfliteOptionsType.Concatenation, [], [(TfliteSchema.Concatenation.Axis, axis)]);

    public static TfliteFile.Options ResizeBilinear(bool halfPixelCenters = true) =>
        new(TfliteOptionsType.ResizeBilinear, [(TfliteSchema.ResizeBilinear.HalfPixelCenters, halfPixelCenters ? (byte)1 : (byte)0)], []);

    public static TfliteFile.Options DepthToSpace(int block) =>
        new(TfliteOptionsType.DepthToSpace, [], [(TfliteSchema.DepthToSpace.BlockSize, block)]);
}
