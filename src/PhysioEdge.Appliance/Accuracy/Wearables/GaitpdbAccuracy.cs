using PhysioEdge.Analysis.Gait;
using PhysioEdge.Appliance.Recordings.Insoles;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>Walks of two minutes on force cells, against contacts told from the whole recording at 20 N (gaitpdb).</summary>
internal static class GaitpdbAccuracy
{
    private const string Ending = ".csv.gz";

    public static IEnumerable<Score> Measure(string folder)
        => Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal).SelectMany(path => Measure(folder, Path.GetFileName(path)[..^Ending.Length]));

    private static IEnumerable<Score> Measure(string folder, string name)
    {
        var analysis = InsoleAnalysis.Of(InsoleRecording.Read(Path.Combine(folder, name + Ending), null, null), []);
        var reference = StepReference.Read(Path.Combine(folder, name + "_ref_contacts.csv"), "ic_s", "to_s", analysis.Steps);
        var recording = $"gaitpdb/{name}";
        var (own, given) = (GaitParameters.Of(analysis.Steps.Select(s => s.Contact)), GaitParameters.Of(reference.Contacts));
        var (ownVariability, givenVariability) = (own.StrideTimeVariabilityPercent.Mean, given.StrideTimeVariabilityPercent.Mean);
        yield return new Score(recording, "contacts, F1 within 100 ms", reference.F1, "", 4, AtLeast: 0.99);
        yield return new Score(recording, "initial contact, mean absolute error", reference.MeanErrorMilliseconds(c => c.InitialContact), "ms", 1);
        yield return new Score(recording, "toe-off, mean absolute error", reference.MeanErrorMilliseconds(c => c.ToeOff), "ms", 1);
        yield return new Score(recording, "stride time variability, difference", Math.Abs(ownVariability - givenVariability ?? double.NaN), "points", 2, AtMost: 0.2);
        yield return new Score(recording, "asymmetry alarms", analysis.Alarms.Count, "", 0, AtMost: 0);
    }
}
