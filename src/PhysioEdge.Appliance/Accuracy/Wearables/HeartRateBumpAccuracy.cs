using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Recordings.HeartRate;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>A ride into which rises of the heart rate were put.</summary>
internal static class HeartRateBumpAccuracy
{
    private const string Recording = "hr_bump_semisynthetic";
    private const double EarlySeconds = 5;
    private const double LateSeconds = 10;

    public static IEnumerable<Score> Measure(string folder)
    {
        var analysis = HeartRateAnalysis.Of(InputTable.Read(Path.Combine(folder, "rr_ms.csv")));
        var labels = InputTable.Read(Path.Combine(folder, "labels.csv"));
        (double Start, double End)[] rises = [.. labels.Numbers(labels.Columns.First(c => c.StartsWith("start_s", StringComparison.Ordinal))).Zip(labels.Numbers("end_s"))];
        double[] onsets = [.. analysis.Alarms.Select(f => f.OnsetAt.TotalSeconds)];
        yield return new Score(Recording, $"rises found, of {rises.Length}", rises.Count(r => onsets.Any(o => IsIn(o, r))), "", 0, AtLeast: rises.Length);
        yield return new Score(Recording, "false alarms per hour", onsets.Count(o => !rises.Any(r => IsIn(o, r))) * 3600 / analysis.DurationSeconds, "", 1, AtMost: 0);
    }

    private static bool IsIn(double onset, (double Start, double End) rise) => onset >= rise.Start - EarlySeconds && onset <= rise.End + LateSeconds;
}
