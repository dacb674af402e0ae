using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Writes the files of an analysed recording, beside the landmarks, which were written on the way.</summary>
internal static class RecordingResults
{
    public static void Write(string folder, RecordingAnalysis analysis, ExerciseKind? exercise, string model)
    {
        analysis.Angles.Write(Path.Combine(folder, "angles.csv"));
        using (new CsvFile(Path.Combine(folder, "gait_events.csv"), ["side", "kind", "time_s"]))
        {
        }

        WriteFlags(Path.Combine(folder, "flags.csv"), analysis.Alarms);
        Repetition[] repetitions = [.. analysis.Repetitions.Where(r => r.Exercise == exercise)];
        new RecordingSummary
        {
            Frames = analysis.Frames,
            FramesWithPose = analysis.FramesWithPose,
            ReadableUntilS = analysis.BrokenOff?.ReadableUntil?.TotalSeconds,
            Model = model,
            Exercise = exercise is { } kind ? ExerciseDefinition.Of(kind).Name : null,
            Repetitions = [.. repetitions.Select(RepetitionEntry.Of)],
            Sets = SetEntry.Of(repetitions),
            Gait = new Dictionary<string, double>(),
            MillisecondsPerFrame = analysis.StageTimes,
            Flags = [.. analysis.Alarms.Select(FlagEntry.Of)],
        }.Write(Path.Combine(folder, "summary.json"));
    }

    /// <summary>Writes <c>flags.csv</c>.</summary>
    public static void WriteFlags(string path, IReadOnlyList<Flag> alarms)
    {
        using var file = new CsvFile(path, ["time_s", "onset_s", "kind", "severity", "explanation"]);
        foreach (var flag in alarms.Select(FlagEntry.Of))
            file.Add(flag.TimeS, 3).Add(flag.OnsetS, 3).Add(flag.Kind).Add(flag.Severity).Add(flag.Explanation).EndRow();
    }
}
