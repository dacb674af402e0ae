using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Appliance.Recordings.HeartRate;

/// <summary>A recording of the heart rate, taken row by row through what the service does with a watch or a chest belt.</summary>
internal sealed class HeartRateAnalysis
{
    private const string DefaultActivity = "activity";

    /// <summary>Values that are further apart are minutes rather than a course, s.</summary>
    private const double LongestSpacing = 20;

    private const double ShortestPlausibleMs = 10;

    private readonly List<Beat> _beats = [];
    private readonly List<Flag> _flags = [];

    private HeartRateAnalysis(HeartRateZones? zones, double? limitBpm) => Monitor = new HeartRateMonitor(zones, limitBpm);

    /// <summary>Gets what was measured of the course; nothing where there are only minutes.</summary>
    public HeartRateMonitor Monitor { get; }

    /// <summary>Gets the beats, one for each interval given; none where heart rates were given.</summary>
    public IReadOnlyList<Beat> Beats => _beats;

    public IReadOnlyList<Flag> Alarms => [.. _flags.Where(f => f.Phase == FlagPhase.New)];

    /// <summary>Gets the length of what was given, s.</summary>
    public double DurationSeconds { get; private set; }

    /// <param name="table">The recording.</param>
    /// <param name="activity">The column that names the activity; null for <c>activity</c>, if there is one.</param>
    /// <param name="zones">The person's zones; null when they are not known.</param>
    /// <param name="limitBpm">The heart rate that is not to be passed, bpm; null when none is prescribed.</param>
    /// <exception cref="Commands.InputException">The recording lacks a column or holds what cannot be read.</exception>
    public static HeartRateAnalysis Of(InputTable table, string? activity = null, HeartRateZones? zones = null, double? limitBpm = null)
    {
        var analysis = new HeartRateAnalysis(zones, limitBpm);
        activity ??= table.Has(DefaultActivity) ? DefaultActivity : null;
        var activities = activity is null ? null : table.Texts(activity);
        if (HeartRateColumns.IntervalOf(table) is { } intervals)
            analysis.TakeIntervals(table, intervals, activities);
        else
            analysis.TakeRates(table, activities, limitBpm is not null);
        return analysis;
    }

    /// <summary>What is flagged in minutes, of one person after the other.</summary>
    /// <param name="persons">Whose each minute is.</param>
    /// <param name="activities">What the person does; null when that is not known.</param>
    /// <param name="times">When each minute began, s.</param>
    /// <param name="rates">The heart rate of each minute, bpm; NaN when it is not known.</param>
    public static IEnumerable<Flag> OfMinutes(string[] persons, string[]? activities, double[] times, double[] rates)
    {
        var heart = new ActivityHeartRate();
        for (var row = 0; row < rates.Length; row++)
        {
            if (IsNew(persons, row))
                heart = new ActivityHeartRate();
            if (heart.Add(TimeSpan.FromSeconds(times[row]), activities?[row] ?? "", rates[row]) is { } flag)
                yield return flag;
        }
    }

    private static double SpacingOf(double[] times)
    {
        double[] steps = [.. times.Zip(times.Skip(1), (a, b) => b - a).Order()];
        return steps.Length > 0 ? steps[steps.Length / 2] : 0;
    }

    private void TakeIntervals(InputTable table, string column, string[]? activities)
    {
        var intervals = table.Numbers(column);
        if (intervals.Any(i => i > 0) && !intervals.Any(i => i > ShortestPlausibleMs))
            throw table.Wrong($"column '{column}': all intervals are {ShortestPlausibleMs} ms or shorter. Give them in milliseconds.");
        var classifier = new BeatClassifier();
        for (var row = 0; row < intervals.Length; row++)
        {
            if (IsNew(activities, row))
                Monitor.BeginActivity();
            if (!double.IsNaN(intervals[row]) && classifier.Add(intervals[row]) is { } beat)
                Take(beat);
        }

        while (classifier.Finish() is { } beat)
            Take(beat);
        DurationSeconds = classifier.Now.TotalSeconds;
    }

    private void Take(in Beat beat)
    {
        _beats.Add(beat);
        Monitor.Add(beat, _flags);
    }

    private void TakeRates(InputTable table, string[]? activities, bool hasLimit)
    {
        var rates = table.Numbers(HeartRateColumns.RateOf(table));
        var times = HeartRateColumns.TimesOf(table, activities is not null);
        DurationSeconds = times.Length > 0 ? times[^1] - times[0] + SpacingOf(times) : 0;
        if (SpacingOf(times) > LongestSpacing && hasLimit)
            throw table.Wrong("has a heart rate for each minute, in which a limit that is passed for seconds cannot be seen. Give beats or seconds, or leave out --limit-bpm.");
        if (SpacingOf(times) > LongestSpacing)
            _flags.AddRange(OfMinutes(HeartRateColumns.PersonsOf(table), activities, times, rates));
        else
            TakeCourse(times, rates, activities);
    }

    private void TakeCourse(double[] times, double[] rates, string[]? activities)
    {
        for (var row = 0; row < rates.Length; row++)
        {
            if (IsNew(activities, row))
                Monitor.BeginActivity();
            Monitor.Add(TimeSpan.FromSeconds(times[row]), rates[row], _flags);
        }
    }

    private static bool IsNew(string[]? texts, int row) => row > 0 && texts is not null && texts[row] != texts[row - 1];
}
