using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.HeartRate;

/// <summary>How a sudden rise of the heart rate is told.</summary>
internal static class HeartRateFlags
{
    private const double GraveShare = 1.5;

    /// <param name="bpm">What was measured, bpm.</param>
    /// <param name="usual">What was expected, bpm.</param>
    /// <param name="largest">The largest difference between the two that is usual, bpm.</param>
    /// <param name="explanation">One plain sentence for the therapist.</param>
    public static Verdict Of(double bpm, double usual, double largest, string explanation) => new(
        bpm - usual > GraveShare * largest ? FlagSeverity.Moderate : FlagSeverity.Minor,
        Side.Both,
        new FlagMeasure("heart-rate", Math.Round(bpm), "/min", null, Math.Round(usual + largest), 1) { Baseline = Math.Round(usual) },
        [],
        explanation);
}
