using System.Globalization;
using PhysioEdge.Analysis.TimedTests;
using PhysioEdge.Appliance.Accuracy.Phantom;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class TimedTestSection
{
    public static void Add(Markdown report, IReadOnlyList<TimedTestTrialResult> results)
    {
        if (results.Count == 0)
            return;
        report.Heading(2, "Timed tests from video")
            .Paragraph("The phantom does each test, filmed with the model full, live, without the test being announced; the true result is known. **Taken**: each result of that kind that was noticed, in seconds, or stands in 30 s. **Cut-offs**: whether every published cut-off of the test says the same of both.")
            .Table(
                ["Test", "View", "True", "Taken", "Difference", "Cut-offs"],
                results.OrderBy(r => r.Trial.Test).ThenBy(r => r.Trial.True).ThenBy(r => r.Trial.YawDegrees).Select(Row));
    }

    private static IReadOnlyList<string> Row(TimedTestTrialResult result)
    {
        var (trial, taken) = (result.Trial, result.Taken);
        return
        [
            NameOf(trial.Test),
            $"{trial.YawDegrees.ToString("0", CultureInfo.InvariantCulture)}°",
            Number(trial.True, 1),
            taken.Count > 0 ? string.Join(", ", taken.Select(t => Number(t, 1))) : "not noticed",
            taken.Count == 1 ? Signed(taken[0] - trial.True, 1) : "–",
            taken.Count == 1 ? CutOff.Of(trial.Test).All(c => c.IsBeyond(taken[0]) == c.IsBeyond(trial.True)) ? "same" : "another" : "–",
        ];
    }

    private static string NameOf(TimedTest test) => test switch
    {
        TimedTest.FiveTimesSitToStand => "five times sit to stand, s",
        TimedTest.ThirtySecondChairStand => "30 s chair stand, stands",
        TimedTest.TimedUpAndGo => "timed up and go, s",
        _ => "single-leg stance, s",
    };
}
