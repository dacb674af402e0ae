namespace PhysioEdge.Appliance.Recordings.HeartRate;

/// <summary>What a recording of the heart rate holds.</summary>
internal static class HeartRateColumns
{
    private static readonly string[] Intervals = ["rr_ms", "rr"];
    private static readonly string[] Times = ["time_s", "t_s"];
    private static readonly string[] Rates = ["hr_bpm", "heart_rate"];
    private static readonly string[] Persons = ["pid", "device"];

    /// <summary>The column of intervals; null when there is none.</summary>
    public static string? IntervalOf(InputTable table) => Array.Find(Intervals, table.Has);

    /// <exception cref="Commands.InputException">There is none.</exception>
    public static string RateOf(InputTable table) => Array.Find(Rates, table.Has)
        ?? throw table.Wrong($"has neither intervals ('rr_ms') nor a heart rate ('hr_bpm'); its columns are {string.Join(", ", table.Columns)}.");

    /// <summary>When each row was measured, s; one minute after the other where there is an activity and no time.</summary>
    /// <exception cref="Commands.InputException">The times are missing or go back.</exception>
    public static double[] TimesOf(InputTable table, bool hasActivity)
    {
        if (Array.Find(Times, table.Has) is not { } column)
        {
            return hasActivity
                ? [.. Enumerable.Range(0, table.RowCount).Select(row => 60.0 * row)]
                : throw table.Wrong("has a heart rate but neither 'time_s' nor an activity for each minute; add one of them, or name the activity's column with --activity.");
        }

        return table.Times(column);
    }

    /// <summary>Whose each row is: a new text means another person or another device.</summary>
    public static string[] PersonsOf(InputTable table)
    {
        string[][] columns = [.. Persons.Where(table.Has).Select(table.Texts)];
        return [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join('/', columns.Select(c => c[row])))];
    }
}
