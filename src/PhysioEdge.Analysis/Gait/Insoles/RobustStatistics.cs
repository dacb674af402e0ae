namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Statistics that a few wild values leave alone.</summary>
internal static class RobustStatistics
{
    /// <summary>By what the median absolute deviation is multiplied to be the standard deviation of normal values.</summary>
    public const double MadToDeviation = 1.4826;

    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
