using System.Globalization;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class FidelitySection
{
    public static void Add(Markdown report, AccuracyResults results)
    {
        if (results.Pictures.Count + results.Clips.Count == 0)
            return;
        report.Heading(2, "Fidelity to the official runtime")
            .Paragraph(
                """
                Whether our BlazePose finds what MediaPipe's own runtime finds with the same model: differences of the 33 landmarks along x and y in pixels of the
                picture at its own size, mean and largest, and the largest distance in space in metres. This says nothing about the true pose. A single
                picture is held against the runtime without smoothing, a clip against it with smoothing. The
                pixel targets for a single picture were set for 1000×667; they are applied to every picture at its own size, which is stricter for larger ones.
                """)
            .Table(
                ["Recording", "Size", "Pictures", "Model", "Mean px", "Largest px", "Largest world m", "Targets", ""],
                results.Pictures.OrderBy(r => r.Recording, StringComparer.Ordinal).Select(r => Row(r, FidelityTarget.Picture)).Concat(results.Clips.Select(r => Row(r, FidelityTarget.Clip))));
    }

    private static IReadOnlyList<string> Row(FidelityResult result, FidelityTarget target) =>
    [
        result.Recording,
        string.Create(CultureInfo.InvariantCulture, $"{result.Width}×{result.Height}"),
        result.Frames.ToString(CultureInfo.InvariantCulture),
        result.Model,
        Number(result.Error.MeanPixels, 2),
        Number(result.Error.MaxPixels, 2),
        Number(result.Error.MaxWorldMetres, 4),
        string.Create(CultureInfo.InvariantCulture, $"≤ {target.MeanPixels}, {target.MaxPixels}, {target.WorldMetres}"),
        result.Meets(target) ? "met" : "**missed**",
    ];
}
