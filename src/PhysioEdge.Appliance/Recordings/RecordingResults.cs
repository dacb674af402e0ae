using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Writes the files of an analysed recording, beside the landmarks, which were written on the way.</summary>
internal static class RecordingResults
{
    public static void Write(string folder, RecordingAnalysis analysis, ExerciseKind? exercise, string model, double? heightMetres)
    {
        analysis.Angles.Write(Path.Combine(folder, "angles.csv"));
        WriteEvents(Path.Combine(folder, "gait_events.csv"), analysis.Steps);
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
            Gait = GaitNumbers.Of(WalkParameters.Of(analysis.Steps, heightMetres / analysis.BodyHeightMetres ?? 1)),
            TimedTests = [.. analysis.TimedTests.Select(TimedTestEntry.Of)],
            MillisecondsPerFrame = analysis.StageTimes,
            Flags = [.. analysis.Alarms.Select(FlagEntry.Of)],
        }.Write(Path.Combine(folder, "summary.json"));
    }

    /// <summary>Writes <c>gait_events.csv</c>.</summary>
    public static void WriteEvents(string path, IReadOnlyList<StepEvent> events)
    {
        using var file = new CsvFile(path, ["side", "kind", "time_s"]);
        foreach (var found in events.Select(e => e.Event).OrderBy(e => e.At))
        {
            file.Add(found.Side == Side.Left ? "left" : "right")
                .Add(found.Kind == GaitEventKind.InitialContact ? "IC" : "TO")
                .Add(found.At.TotalSeconds, 3)
                .EndRow();
        }
    }

    /// <summary>Writes <c>flags.csv</c>.</summary>
    public static void WriteFlags(string path, IReadOnlyList<Flag> alarms)
    {
        using var file = new CsvFile(path, ["time_s", "onset_s", "kind", "severity", "explanation"]);
        foreach (var flag in alarms.Select(FlagEntry.Of))
            file.Add(flag.TimeS, 3).Add(flag.OnsetS, 3).Add(flag.Kind).Add(flag.Severity).Add(flag.Explanation).EndRow();
    }
}
