using System.Globalization;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class FidelitySection
{
    private static readonly Target Picture = new(1, 4, 0.03);
    private static readonly Target Clip = new(6, 31, 0.24);

    public static void Add(Markdown report, AccuracyResults results)
    {
        if (results.Pictures.Count + results.Clips.Count == 0)
            return;
        report.Heading(2, "Fidelity to the official runtime")
            .Paragraph(
                """
                Whether our BlazePose finds what MediaPipe's own runtime finds with the same model: differences of the 33 landmarks along x and y in pixels of the
                picture at its own size, mean and largest, and the largest distance in space in metres. This says nothing about the true pose.
                """)
            .Table(
                ["Recording", "Size", "Pictures", "Model", "Mean px", "Largest px", "Largest world m", "Targets", ""],
                results.Pictures.Select(r => Row(r, Picture)).Concat(results.Clips.Select(r => Row(r, Clip))));
    }

    private static IReadOnlyList<string> Row(FidelityResult result, Target target) =>
    [
        result.Recording,
        string.Create(CultureInfo.InvariantCulture, $"{result.Width}×{result.Height}"),
        result.Frames.ToString(CultureInfo.InvariantCulture),
        result.Model,
        Number(result.Error.MeanPixels, 2),
        Number(result.Error.MaxPixels, 2),
        Number(result.Error.MaxWorldMetres, 4),
        string.Create(CultureInfo.InvariantCulture, $"≤ {target.MeanPixels}, {target.MaxPixels}, {target.WorldMetres}"),
        target.IsMet(result) ? "met" : "**missed**",
    ];

    private sealed record Target(double MeanPixels, double MaxPixels, double WorldMetres)
    {
        public bool IsMet(FidelityResult result) => result.Error.MeanPixels <= MeanPixels
            && result.Error.MaxPixels <= MaxPixels
            && result.Error.MaxWorldMetres <= WorldMetres;
    }
}
