using System.Globalization;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Accuracy.Phantom;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class FormSection
{
    public static void Add(Markdown report, IReadOnlyList<FormTrialResult> results)
    {
        if (results.Count == 0)
            return;
        report.Heading(2, "Form score")
            .Paragraph($"Sets of {FormTrial.Alike} squats that the phantom does alike and {FormTrial.Last} in which one thing is different, filmed with the model full from 20°, 45° and 65°, live. Points from 0 to 100, mean and lowest to highest; **named**: the different ones of which the reason said what was different.")
            .Table(
                ["Different", "Points, alike", "Points, different", "Named"],
                results.GroupBy(r => r.Trial.Change).Select(group => (IReadOnlyList<string>)
                [
                    group.Key,
                    Points(group.SelectMany(r => r.Alike)),
                    Points(group.SelectMany(r => r.Different)),
                    group.First().Trial.Word is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{group.Sum(r => r.Named)} of {FormTrial.Last * group.Count()}"),
                ]));
    }

    private static string Points(IEnumerable<FormScore> scores) =>
        scores.Any() ? $"{Number(scores.Average(s => s.Points), 0)} ({scores.Min(s => s.Points)}–{scores.Max(s => s.Points)})" : "–";
}
