namespace PhysioEdge.Vision.Capture;

/// <summary>How large pictures are scaled down: the long side to the limit, the short side in proportion, rounded half up.</summary>
internal static class LongSideLimit
{
    public static (int Width, int Height) Apply(int width, int height, int limit)
    {
        var longSide = Math.Max(width, height);
        return longSide <= limit ? (width, height) : (Scale(width), Scale(height));

        int Scale(int side) => Math.Max(1, (int)(((2L * side * limit) + longSide) / (2L * longSide)));
    }

    /// <summary>The same as <see cref="Apply"/>, for ffmpeg to work out: both must agree to the pixel, or the frames on the pipe run together.</summary>
    public static string AsScaleFilter(int limit)
    {
        return $"scale=w='{Side("iw")}':h='{Side("ih")}':flags=area";

        string Side(string side) =>
            $"if(gt(max(iw,ih),{limit}),max(1,floor((2*{side}*{limit}+max(iw,ih))/(2*max(iw,ih)))),{side})";
    }
}
