using System.Text.Json;
using PhysioEdge.Analysis.Activity;

namespace PhysioEdge.Appliance.Recordings.Activity;

/// <summary>What <c>summary.json</c> says of a recording of a watch's motion; null = not known.</summary>
/// <param name="DurationS">The length of the recording, s.</param>
/// <param name="EnmoMg">The mean intensity while the watch was worn, mg.</param>
/// <param name="Minutes">The minutes of each level, without a watch on the wrist, and of which nothing is known.</param>
/// <param name="Flags">None: activity alone raises no flag.</param>
internal sealed record ActivitySummary(double DurationS, double? EnmoMg, IReadOnlyDictionary<string, double> Minutes, IReadOnlyList<FlagEntry> Flags)
{
    private const string NotWorn = "not_worn";
    private const string Unknown = "unknown";

    public static ActivitySummary Of(ActivityAnalysis analysis)
    {
        var minutes = Enum.GetValues<ActivityLevel>().ToDictionary(NameOf, level => Math.Round(analysis.Monitor.MinutesOf(level), 2));
        minutes[NotWorn] = Math.Round(analysis.Monitor.NotWornMinutes, 2);
        minutes[Unknown] = Math.Round(Math.Max(0, (analysis.DurationSeconds / 60) - minutes.Values.Sum()), 2);
        return new ActivitySummary(Math.Round(analysis.DurationSeconds, 3), analysis.Monitor.MeanMilliG is { } mean ? Math.Round(mean, 1) : null, minutes, []);
    }

    /// <summary>Writes <c>activity.csv</c>, <c>flags.csv</c> and <c>summary.json</c>.</summary>
    public static void Write(string folder, ActivityAnalysis analysis)
    {
        using (var file = new CsvFile(Path.Combine(folder, "activity.csv"), ["time_s", "enmo_mg", "level"]))
        {
            foreach (var epoch in analysis.Epochs)
                file.Add(epoch.StartsAt.TotalSeconds, 3).Add(epoch.IntensityMilliG, 1).Add(LevelOf(epoch)).EndRow();
        }

        RecordingResults.WriteFlags(Path.Combine(folder, "flags.csv"), []);
        File.WriteAllText(Path.Combine(folder, "summary.json"), JsonSerializer.Serialize(Of(analysis), RecordingSummary.Json) + "\n");
    }

    private static string LevelOf(ActivityEpoch epoch) => epoch switch
    {
        { IsWorn: false } => NotWorn,
        { Level: { } level } => NameOf(level),
        _ => "",
    };

    private static string NameOf(ActivityLevel level) => level.ToString().ToLowerInvariant();
}
