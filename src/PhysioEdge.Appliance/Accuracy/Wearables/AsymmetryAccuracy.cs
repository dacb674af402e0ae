using System.Globalization;
using PhysioEdge.Appliance.Recordings.Insoles;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>Walks into which a lasting change of load or timing was put at a known time, and the same walks without.</summary>
internal static class AsymmetryAccuracy
{
    private const double LongestDelaySeconds = 15;
    private const double BaselineSeconds = 40;

    public static IEnumerable<Score> Measure(string folder)
    {
        // The columns: file, source, kind, amount and when the change begins; the header's last name has a comma of its own.
        string[][] labels = [.. ReferenceFile.ReadLines(Path.Combine(folder, "labels.csv")).Skip(1).Select(line => line.Split(','))];
        var (hits, changes, falseAlarms) = (0, 0, 0);
        foreach (var label in labels)
        {
            var (file, kind) = (label[0], label[2]);
            var onset = kind == "none" ? double.NaN : double.Parse(label[4], CultureInfo.InvariantCulture);
            var raised = InsoleAnalysis.Of(InsoleRecording.Read(Path.Combine(folder, file), null, null), []).Alarms.Select(f => f.RaisedAt.TotalSeconds).ToArray();
            var timely = raised.Where(t => t >= onset && t <= onset + LongestDelaySeconds).ToArray();
            falseAlarms += raised.Count(t => t > BaselineSeconds) - timely.Length;
            if (kind == "none")
                continue;
            changes++;
            hits += timely.Length > 0 ? 1 : 0;
            yield return new Score($"asym_semisynthetic/{file}", "delay of the alarm", timely.Select(t => t - onset).DefaultIfEmpty(double.NaN).First(), "s", 1, AtMost: LongestDelaySeconds);
        }

        yield return new Score("asym_semisynthetic", string.Create(CultureInfo.InvariantCulture, $"changes noticed of {changes}"), hits, "", 0, AtLeast: changes);
        yield return new Score("asym_semisynthetic", "false alarms", falseAlarms, "", 0, AtMost: 0);
    }
}
