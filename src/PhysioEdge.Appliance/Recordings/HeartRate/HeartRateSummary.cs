using System.Text.Json;

namespace PhysioEdge.Appliance.Recordings.HeartRate;

/// <summary>What <c>summary.json</c> says of a recording of the heart rate; null = not known.</summary>
internal sealed record HeartRateSummary(
    double DurationS,
    int Beats,
    int Artefacts,
    double? HrMeanBpm,
    double? HrMinBpm,
    double? HrMaxBpm,
    double? Hrr60Bpm,
    double? SdnnMs,
    double? RmssdMs,
    IReadOnlyList<long>? ZoneSeconds,
    IReadOnlyList<FlagEntry> Flags)
{
    public static HeartRateSummary Of(HeartRateAnalysis analysis) => new(
        Math.Round(analysis.DurationSeconds, 3),
        analysis.Beats.Count,
        analysis.Beats.Count(b => b.IsArtefact),
        Round(analysis.Monitor.MeanBpm),
        Round(analysis.Monitor.LowestBpm),
        Round(analysis.Monitor.HighestBpm),
        Round(analysis.Monitor.RecoveryBpm),
        Round(analysis.Monitor.Variability?.SdnnMs),
        Round(analysis.Monitor.Variability?.RmssdMs),
        analysis.Monitor.ZoneSeconds,
        [.. analysis.Alarms.Select(FlagEntry.Of)]);

    /// <summary>Writes <c>beats.csv</c>, <c>flags.csv</c> and <c>summary.json</c>.</summary>
    public static void Write(string folder, HeartRateAnalysis analysis)
    {
        using (var file = new CsvFile(Path.Combine(folder, "beats.csv"), ["time_s", "rr_ms", "artefact"]))
        {
            foreach (var beat in analysis.Beats)
                file.Add(beat.At.TotalSeconds, 3).Add(beat.IntervalMs, 3).Add(beat.IsArtefact ? 1 : 0, 0).EndRow();
        }

        RecordingResults.WriteFlags(Path.Combine(folder, "flags.csv"), analysis.Alarms);
        File.WriteAllText(Path.Combine(folder, "summary.json"), JsonSerializer.Serialize(Of(analysis), RecordingSummary.Json) + "\n");
    }

    private static double? Round(double? value) => value is { } v ? Math.Round(v, 1) : null;
}
