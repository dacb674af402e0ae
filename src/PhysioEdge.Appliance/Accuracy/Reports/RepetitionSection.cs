using System.Globalization;
using PhysioEdge.Appliance.Accuracy.Mocap;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class RepetitionSection
{
    public static void Add(Markdown report, AccuracyResults results)
    {
        List<(string Recording, string System, RepetitionErrors Errors)> rows =
            [.. results.Mocap.Where(r => r.Repetitions is not null).Select(r => (r.Recording, r.System, r.Repetitions!))];
        if (rows.Count == 0)
            return;
        report.Heading(2, "Repetitions")
            .Paragraph(
                """
                Whole repetitions counted live, against those in the knee angles of motion capture: both knees together go out and back by at least half of the
                farthest such movement of the clip, and by 28° or more (in walking they do not: any repetition counted there is a false one). Found separately
                from the product's counter; start and end are where a twentieth of the way is passed, the peak is the middle of the highest 3 %. No lag is taken
                away. Times: mean absolute error and, in brackets, the largest, seconds. Knee at the peak: measured minus true, degrees, mean of the repetitions.
                """)
            .Table(
                ["Recording", "Model", "True", "Counted", "Missed", "False", "Start s", "Peak s", "End s", "Knee at the peak"],
                rows.Select(r => (IReadOnlyList<string>)
                [
                    r.Recording,
                    r.System,
                    Count(r.Errors.Reference),
                    Count(r.Errors.Counted),
                    Count(r.Errors.Missed),
                    Count(r.Errors.Extra),
                    Times(r.Errors.StartSeconds),
                    Times(r.Errors.PeakSeconds),
                    Times(r.Errors.EndSeconds),
                    r.Errors.PeakDegrees.Count > 0 ? Signed(r.Errors.PeakDegrees.Average(), 1) : "–",
                ]));
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Times(IReadOnlyList<double> errors)
        => errors.Count > 0 ? $"{Number(errors.Average(Math.Abs), 2)} ({Number(errors.Max(Math.Abs), 2)})" : "–";
}
