using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Recordings.HeartRate;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>
/// Minutes of people in known activities, with 25 bpm put into one minute of each stretch of an activity: a different one from stretch to stretch,
/// but none of the first two, in which the heart finds its way into the activity.
/// </summary>
internal static class WatchAccuracy
{
    private const string Recording = "watch_hr_by_activity";
    private const double AddedBpm = 25;
    private const int FirstMinute = 2;

    public static IEnumerable<Score> Measure(string folder)
    {
        var table = InputTable.Read(Path.Combine(folder, "minutes.csv"));
        var (persons, activities, rates) = (HeartRateColumns.PersonsOf(table), table.Texts("activity"), table.Numbers("heart_rate"));
        var times = HeartRateColumns.TimesOf(table, hasActivity: true);
        var hours = rates.Length / 60.0;
        yield return new Score(Recording, "flags per hour, as recorded", HeartRateAnalysis.OfMinutes(persons, activities, times, rates).Count() / hours, "", 2);

        var raised = Raised(persons, activities).ToHashSet();
        foreach (var minute in raised)
            rates[minute] += AddedBpm;
        int[] flagged = [.. HeartRateAnalysis.OfMinutes(persons, activities, times, rates).Select(f => Array.BinarySearch(times, f.OnsetAt.TotalSeconds))];
        yield return new Score(Recording, $"minutes with {AddedBpm} bpm more found, of {raised.Count}", 100.0 * flagged.Count(raised.Contains) / raised.Count, "%", 1, AtLeast: 90);
        yield return new Score(Recording, "false flags per hour", flagged.Count(f => !raised.Contains(f)) / hours, "", 2, AtMost: 0.5);
    }

    private static IEnumerable<int> Raised(string[] persons, string[] activities)
    {
        for (var (start, stretch) = (0, 0); start < persons.Length; stretch++)
        {
            var end = start;
            while (end < persons.Length && (persons[end], activities[end]) == (persons[start], activities[start]))
                end++;
            if (end - start > FirstMinute)
                yield return start + FirstMinute + (stretch % (end - start - FirstMinute));
            start = end;
        }
    }
}
