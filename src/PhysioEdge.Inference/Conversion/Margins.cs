using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion;

/// <summary>Zeros around a picture, in rows and columns.</summary>
internal readonly record struct Margins(int Top, int Left, int Bottom, int Right)
{
    public static Margins operator +(Margins one, Margins other) =>
        new(one.Top + other.Top, one.Left + other.Left, one.Bottom + other.Bottom, one.Right + other.Right);

    /// <summary>Gives them in the order of the ONNX attribute "pads": all beginnings, then all ends.</summary>
    public long[] ToPads() => [Top, Left, Bottom, Right];
}

/// <summary>A padded tensor before its padding is written: the tensor and the margins around it.</summary>
internal sealed record PaddedActivation(Activation Inner, Margins Margins);

/// <summary>The window that a convolution or a pool moves over the picture.</summary>
internal sealed record SlidingWindow(
    int KernelY, int KernelX, int StrideY, int StrideX, int DilationY, int DilationX, TflitePadding Padding)
{
    public const int Largest = 1024;

    private int ExtentY => (KernelY - 1) * DilationY + 1;

    private int ExtentX => (KernelX - 1) * DilationX + 1;

    public bool IsPlausible => new[] { KernelY, KernelX, StrideY, StrideX, DilationY, DilationX }
        .All(static value => value is >= 1 and <= Largest);

    /// <summary>
    /// Gives the zeros that SAME stands for. Where an uneven number is needed, the odd one goes to the bottom and right:
    /// a 3×3 window with stride 2 on an even picture gets none at the top and left (tensorflow/lite/kernels/padding.h).
    /// </summary>
    public Margins ImplicitMargins(int rows, int columns)
    {
        if (Padding == TflitePadding.Valid)
            return default;
        var (y, x) = (Missing(rows, ExtentY, StrideY), Missing(columns, ExtentX, StrideX));
        return new Margins(y / 2, x / 2, y - y / 2, x - x / 2);
    }

    /// <summary>Gives the rows and columns of the result for a picture whose margins are already counted.</summary>
    public (int Rows, int Columns) Output(int rows, int columns) =>
        ((rows - ExtentY + StrideY) / StrideY, (columns - ExtentX + StrideX) / StrideX);

    private static int Missing(int size, int extent, int stride)
    {
        var outputs = (size + stride - 1) / stride;
        return Math.Max(0, (outputs - 1) * stride + extent - size);
    }
}
