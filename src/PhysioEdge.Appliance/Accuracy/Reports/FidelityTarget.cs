namespace PhysioEdge.Appliance.Accuracy.Reports;

/// <summary>How far a faithful port may be from the official runtime.</summary>
internal sealed record FidelityTarget(double MeanPixels, double MaxPixels, double WorldMetres)
{
    public static FidelityTarget Picture { get; } = new(1, 4, 0.03);

    /// <summary>Gets that of a clip in video mode: in the largest errors Google's own tolerance between its runtimes.</summary>
    public static FidelityTarget Clip { get; } = new(6, 31, 0.24);
}

internal static class FidelityResultExtensions
{
    public static bool Meets(this FidelityResult result, FidelityTarget target) => result.Error.MeanPixels <= target.MeanPixels
        && result.Error.MaxPixels <= target.MaxPixels
        && result.Error.MaxWorldMetres <= target.WorldMetres;
}
