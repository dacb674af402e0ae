using System.Globalization;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

/// <summary>How far the angles are from what was aimed at.</summary>
internal static class AimsSection
{
    private const double Knee = 6.3;
    private const double Hip = 5;
    private const double OffsetRemoved = 3.5;
    private const double Peak = 4;

    public static void Add(Markdown report, AccuracyResults results)
    {
        if (results.Mocap.Count == 0)
            return;
        report.Heading(2, "Aims for the angles")
            .Paragraph(
                $"""
                Mean of the recordings with motion capture and of both sides, degrees, one lag of at most 50 ms taken away; aimed at: knee ≤ {Of(Knee)} and hip ≤ {Of(Hip)}
                (what WHAM, which needs a GPU, reaches at the knee), with the offset removed ≤ {Of(OffsetRemoved)}, the knee at the deepest point of a repetition within {Of(Peak)}, every repetition counted.
                **Bold** misses its aim. Where the knee with its offset removed does, it is because of the walk from 45°, of which the recordings below tell: its range is measured too small.
                """)
            .Table(
                ["Model", "Knee", "Hip", "Knee, offset removed", "Hip, offset removed", "Knee at the peak, mean", "Repetitions"],
                results.Mocap.Where(r => r.Repetitions is not null).GroupBy(r => r.System).Select(group => Row(group.Key, [.. group])));
    }

    private static IReadOnlyList<string> Row(string model, IReadOnlyList<MocapResult> results)
    {
        List<double> peaks = [.. results.SelectMany(r => r.Repetitions!.PeakDegrees)];
        var (missed, extra) = (results.Sum(r => r.Repetitions!.Missed), results.Sum(r => r.Repetitions!.Extra));
        return
        [
            model,
            Aimed(results.Average(r => r.Curves.Aligned.Knee.Mae), Knee),
            Aimed(results.Average(r => r.Curves.Aligned.Hip.Mae), Hip),
            Aimed(results.Average(r => r.Curves.Aligned.Knee.OffsetRemovedMae), OffsetRemoved),
            Aimed(results.Average(r => r.Curves.Aligned.Hip.OffsetRemovedMae), OffsetRemoved),
            peaks.Count > 0 ? Aimed(peaks.Average(), Peak) : "–",
            missed + extra == 0 ? "exact" : string.Create(CultureInfo.InvariantCulture, $"**{missed} missed, {extra} too many**"),
        ];
    }

    private static string Aimed(double value, double most) => Math.Abs(value) <= most ? Number(value, 2) : $"**{Number(value, 2)}**";

    private static string Of(double aim) => aim.ToString("0.#", CultureInfo.InvariantCulture);
}
