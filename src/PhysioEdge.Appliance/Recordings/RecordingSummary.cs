using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>What <c>summary.json</c> says of a recording. Times in seconds from its start.</summary>
internal sealed record RecordingSummary
{
    /// <summary>How every <c>summary.json</c> is written.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public required long Frames { get; init; }

    public required long FramesWithPose { get; init; }

    /// <summary>Gets until when the recording could be read; null when it was whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ReadableUntilS { get; init; }

    /// <summary>Gets the model that found the landmarks; null when they were given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Model { get; init; }

    /// <summary>Gets the exercise, given or recognised; null when there was none.</summary>
    public required string? Exercise { get; init; }

    public required IReadOnlyList<RepetitionEntry> Repetitions { get; init; }

    public required IReadOnlyList<SetEntry> Sets { get; init; }

    public required IReadOnlyDictionary<string, double> Gait { get; init; }

    /// <summary>Gets the timed tests that were taken.</summary>
    public required IReadOnlyList<TimedTestEntry> TimedTests { get; init; }

    /// <summary>Gets how long a frame took; null where no pictures were looked at.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required StageTimes? MillisecondsPerFrame { get; init; }

    public required IReadOnlyList<FlagEntry> Flags { get; init; }

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
}

internal sealed record RepetitionEntry(
    double StartS,
    double PeakS,
    double EndS,
    double RomDeg,
    double PeakDeg,
    string Side,
    bool Partial,
    double OutwardS,
    double ReturnS,
    double? RomLeftDeg,
    double? RomRightDeg,
    double? SymmetryIndexPercent,
    double Quality,
    double? HoldS,
    double? SmoothnessSparc,
    double? TrunkForwardDeg,
    double? TrunkSidewaysDeg,
    double? TrunkQuality,
    double? SideDifferenceDeg,
    double? KneeValgusDeg,
    int? FormScore,
    string? FormReason)
{
    public static RepetitionEntry Of(Repetition repetition) => new(
        Round(repetition.Start.TotalSeconds, 3),
        Round(repetition.Peak.TotalSeconds, 3),
        Round(repetition.End.TotalSeconds, 3),
        Round(repetition.RangeDegrees, 1),
        Round(repetition.PeakDegrees, 1),
        JsonNamingPolicy.SnakeCaseLower.ConvertName(repetition.Side.ToString()),
        repetition.Partial,
        Round(repetition.OutwardDuration.TotalSeconds, 3),
        Round(repetition.ReturnDuration.TotalSeconds, 3),
        Rounded(repetition.LeftRangeDegrees),
        Rounded(repetition.RightRangeDegrees),
        Rounded(repetition.SymmetryIndexPercent),
        Round(repetition.Quality, 3),
        repetition.Form is { } form ? Round(form.HoldSeconds, 3) : null,
        repetition.Form?.Smoothness is { } smoothness ? Round(smoothness, 2) : null,
        Rounded(repetition.Form?.TrunkForwardDegrees),
        Rounded(repetition.Form?.TrunkSidewaysDegrees),
        repetition.Form is { } measured ? Round(measured.TrunkQuality, 3) : null,
        Rounded(repetition.Form?.SideDifferenceDegrees),
        Rounded(repetition.Form?.KneeValgusDegrees),
        repetition.Score?.Points,
        repetition.Score?.Reason);

    private static double? Rounded(double? value) => value is { } v ? Round(v, 1) : null;

    private static double Round(double value, int decimals) => Math.Round(value, decimals);
}

/// <summary>One run of repetitions and how consistent its ranges were; a pause of 20 s ends it.</summary>
internal sealed record SetEntry(int Repetitions, int Partial, double? RomMeanDeg, double? RomSdDeg, double? RomCvPercent)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    public static IReadOnlyList<SetEntry> Of(IReadOnlyList<Repetition> repetitions)
    {
        var (tracker, entries) = (new SetTracker(LongestPause), new List<SetEntry>());
        foreach (var repetition in repetitions)
        {
            Add(entries, tracker.Advance(repetition.Start, moving: false));
            tracker.Add(repetition);
        }

        Add(entries, tracker.Finish());
        return entries;
    }

    private static void Add(List<SetEntry> entries, ExerciseSet? set)
    {
        if (set is null)
            return;
        var (mean, deviation) = (set.MeanRangeDegrees, set.RangeDeviationDegrees);
        entries.Add(new SetEntry(set.Whole, set.Partial, Round(mean), Round(deviation), Round(100 * deviation / mean)));
    }

    private static double? Round(double? value) => value is { } v ? Math.Round(v, 1) : null;
}

internal sealed record FlagEntry(double TimeS, double OnsetS, string Kind, string Severity, string Explanation)
{
    public static FlagEntry Of(Flag flag) => new(
        Math.Round(flag.RaisedAt.TotalSeconds, 3),
        Math.Round(flag.OnsetAt.TotalSeconds, 3),
        flag.Kind,
        JsonNamingPolicy.SnakeCaseLower.ConvertName(flag.Severity.ToString()),
        flag.Explanation);
}

/// <summary>Milliseconds per frame: waiting for the decoder, detecting people, placing landmarks, and all the rest.</summary>
internal sealed record StageTimes(double Decode, double Detect, double Landmark, double Rest);
