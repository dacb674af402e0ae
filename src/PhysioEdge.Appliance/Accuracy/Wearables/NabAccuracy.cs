using System.Globalization;
using System.Text.Json;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Appliance.Recordings;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>The detector for any series on the Numenta Anomaly Benchmark, with one threshold for all files.</summary>
internal static class NabAccuracy
{
    public static IEnumerable<Score> Measure(string folder)
    {
        var windows = JsonSerializer.Deserialize<Dictionary<string, string[][]>>(File.ReadAllText(Path.Combine(folder, "windows.json")))!;
        var score = new NabScore();
        foreach (var (file, limits) in windows)
        {
            var table = InputTable.Read(Path.Combine(folder, "data", file));
            score.Add(
                [.. table.Texts("timestamp").Select(TimeOf)],
                [.. SeriesScores.Of(table).Select(s => s >= SeriesAnomalyDetector.Threshold)],
                [.. limits.Select(l => (TimeOf(l[0]), TimeOf(l[1])))]);
        }

        yield return new Score("nab", $"NAB score, standard profile, {windows.Count} files", score.Percent, "", 1, AtLeast: 45);
    }

    private static DateTime TimeOf(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
