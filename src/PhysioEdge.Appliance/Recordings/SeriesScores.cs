using PhysioEdge.Analysis.Anomalies;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>The scores of a series of values, each known when its value came.</summary>
internal static class SeriesScores
{
    /// <exception cref="Commands.InputException">A value cannot be read.</exception>
    public static double[] Of(InputTable table)
    {
        var detector = new SeriesAnomalyDetector();
        return [.. table.Numbers("value").Select(detector.Score)];
    }

    /// <summary>Writes <c>scores.csv</c>: timestamps and values as they were given.</summary>
    public static void Write(string folder, InputTable table)
    {
        var (timestamps, values, scores) = (table.Texts("timestamp"), table.Texts("value"), Of(table));
        using var file = new CsvFile(Path.Combine(folder, "scores.csv"), ["timestamp", "value", "score"]);
        for (var row = 0; row < scores.Length; row++)
            file.Add(timestamps[row]).Add(values[row]).Add(scores[row], 6).EndRow();
    }
}
