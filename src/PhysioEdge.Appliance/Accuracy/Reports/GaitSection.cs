using System.Globalization;
using PhysioEdge.Appliance.Accuracy.Phantom;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class GaitSection
{
    public static void Add(Markdown report, IReadOnlyList<GaitTrialResult> results)
    {
        if (results.Count == 0)
            return;
        report.Heading(2, "Gait from video")
            .Paragraph("The phantom walks 4 m at 1.2 and 0.7 m/s and, limping, at 0.9 m/s, filmed with the model full from 5 m away and recorded; its contacts are known. 0° = towards the camera, 90° = across the picture to its right side, −90° to the left, 180° = away. Times in ms, mean absolute error and bias (above 0 = found late); an event more than 200 ms off is missed, and one too many invented. Cadence, step length and speed: mean absolute error; the height was given.")
            .Table(
                ["View", "Walk", "Contacts", "Bias", "Toe-offs", "Bias", "Missed", "Invented", "Cadence, steps/min", "Step length, cm"],
                results.GroupBy(r => $"{r.Trial.YawDegrees.ToString("0", CultureInfo.InvariantCulture)}°").SelectMany(view => view.Select(r => Row(view.Key, NameOf(r.Trial), [r])))
                    .Concat([Row("**all**", "", results)]));
    }

    private static string NameOf(GaitTrial trial) =>
        string.Create(CultureInfo.InvariantCulture, $"{trial.SpeedMetresPerSecond:0.0} m/s{(trial.Limp is null ? "" : ", limping")}");

    private static IReadOnlyList<string> Row(string view, string walk, IReadOnlyList<GaitTrialResult> results)
    {
        List<double> contacts = [.. results.SelectMany(r => r.ContactErrors)], toeOffs = [.. results.SelectMany(r => r.ToeOffErrors)];
        return
        [
            view,
            walk,
            Mean(contacts.Select(Math.Abs), 0),
            Mean(contacts, 0),
            Mean(toeOffs.Select(Math.Abs), 0),
            Mean(toeOffs, 0),
            results.Sum(r => r.Missed).ToString(CultureInfo.InvariantCulture),
            results.Sum(r => r.Invented).ToString(CultureInfo.InvariantCulture),
            Mean(results.Select(r => r.Walk.CadenceStepsPerMinute - r.TrueCadence).OfType<double>().Select(Math.Abs), 1),
            Mean(results.Select(r => 100 * (r.Walk.StepLengthMetres.Mean - r.TrueStepMetres)).OfType<double>().Select(Math.Abs), 1),
        ];
    }

    private static string Mean(IEnumerable<double> values, int decimals) => values.Any() ? Number(values.Average(), decimals) : "–";
}
