using System.Globalization;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class SummarySection
{
    public static void Add(Markdown report, AccuracyResults results) => report
        .Heading(2, "In short")
        .Paragraph("Angles: mean absolute error in degrees, raw without a lag / with lag and offset removed, mean of the recordings. What each number means stands below.")
        .Table(
            ["Model", "Knee", "Hip", "Repetitions found", "False repetitions", "Pictures and clips as the official runtime", "On the patient among several people"],
            results.Models.Where(m => m.IsAvailable).Select(m => Row(results, m.Info.Model.ToString().ToLowerInvariant())));

    private static IReadOnlyList<string> Row(AccuracyResults results, string model)
    {
        List<MocapResult> mocap = [.. results.Mocap.Where(r => r.System == model)];
        List<bool> met = [.. results.Pictures.Where(r => r.Model == model).Select(r => r.Meets(FidelityTarget.Picture)),
            .. results.Clips.Where(r => r.Model == model).Select(r => r.Meets(FidelityTarget.Clip))];
        List<IdentityResult> identity = [.. results.Identity.Where(r => r.Model == model)];
        return
        [
            model,
            Angle(mocap, c => c.Knee),
            Angle(mocap, c => c.Hip),
            Of(mocap.Sum(r => r.Repetitions!.Reference - r.Repetitions.Missed), mocap.Sum(r => r.Repetitions!.Reference)),
            mocap.Sum(r => r.Repetitions!.Extra).ToString(CultureInfo.InvariantCulture),
            Of(met.Count(m => m), met.Count),
            identity.Count > 0 ? $"{Number(100.0 * identity.Sum(r => r.FramesOnPatient) / identity.Sum(r => r.Frames), 0)} %" : "–",
        ];
    }

    private static string Angle(List<MocapResult> results, Func<Mocap.CurveErrors, Mocap.AngleError> joint) => results.Count > 0
        ? $"{Number(results.Average(r => joint(r.Curves.WithoutLag).Mae), 1)} / {Number(results.Average(r => joint(r.Curves.Aligned).OffsetRemovedMae), 1)}"
        : "–";

    private static string Of(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{part} of {whole}");
}
