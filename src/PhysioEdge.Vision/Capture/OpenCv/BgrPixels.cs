using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PhysioEdge.Vision.Capture.OpenCv;

internal static class BgrPixels
{
    // Five pixels of three bytes fill a vector but for its last byte, which the next step writes over.
    private const int StepBytes = 15;

    private static readonly Vector128<byte> RedFirst = Vector128.Create((byte)2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9, 14, 13, 12, 15);

    /// <summary>Copies pixels, blue first, to pixels, red first. OpenCV's own conversion would need one more copy and allocates.</summary>
    public static void CopyToRgb(ReadOnlySpan<byte> bgr, Span<byte> rgb)
    {
        ref var source = ref MemoryMarshal.GetReference(bgr);
        ref var target = ref MemoryMarshal.GetReference(rgb[..bgr.Length]);
        var i = 0;
        for (; i + Vector128<byte>.Count <= bgr.Length; i += StepBytes)
            Vector128.Shuffle(Vector128.LoadUnsafe(ref source, (nuint)i), RedFirst).StoreUnsafe(ref target, (nuint)i);
        for (; i < bgr.Length; i += 3)
            (rgb[i], rgb[i + 1], rgb[i + 2]) = (bgr[i + 2], bgr[i + 1], bgr[i]);
    }
}
