using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Recordings.HeartRate;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>A ride with real artefacts: the marks against the rule applied to the whole, and no alarm.</summary>
internal static class FatmaxxerAccuracy
{
    private const string Recording = "fatmaxxer_rr";
    private const int Reach = 5;

    public static IEnumerable<Score> Measure(string folder)
    {
        var table = InputTable.Read(Path.Combine(folder, "rr_ms.csv"));
        var analysis = HeartRateAnalysis.Of(table);
        var expected = ByRule(table.Numbers("rr"));
        var artefacts = analysis.Beats.Count(b => b.IsArtefact);
        yield return new Score(Recording, "artefacts", artefacts, "", 0);
        yield return new Score(Recording, "beats marked otherwise than by the 20 % rule", analysis.Beats.Zip(expected).Count(p => p.First.IsArtefact != p.Second), "", 0, AtMost: 0);
        yield return new Score(Recording, "alarms", analysis.Alarms.Count, "", 0, AtMost: 0);
    }

    private static bool[] ByRule(double[] intervals) =>
    [
        .. intervals.Select((interval, i) =>
        {
            double[] around = [.. intervals[Math.Max(0, i - Reach)..Math.Min(intervals.Length, i + Reach + 1)].Order()];
            return Math.Abs((interval / around[around.Length / 2]) - 1) > 0.2;
        }),
    ];
}
