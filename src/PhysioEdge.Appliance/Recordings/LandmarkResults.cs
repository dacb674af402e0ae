using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Writes the files of analysed landmarks.</summary>
internal static class LandmarkResults
{
    /// <summary>
    /// Legs of people of one height differ by some 4 %, and where their joints are placed by as much again: landmarks whose legs fit
    /// the height better than this are metric, and are not made worse by an average body.
    /// </summary>
    private const double FitsHeight = 0.1;

    public static void Write(string folder, LandmarkAnalysis analysis, double? heightMetres)
    {
        analysis.Angles.Write(Path.Combine(folder, "angles.csv"));
        WriteEvents(Path.Combine(folder, "gait_events.csv"), analysis.Events);
        RecordingResults.WriteFlags(Path.Combine(folder, "flags.csv"), analysis.Alarms);
        new RecordingSummary
        {
            Frames = analysis.Frames,
            FramesWithPose = analysis.FramesWithPose,
            Model = null,
            Exercise = analysis.Exercise is { } kind ? ExerciseDefinition.Of(kind).Name : null,
            Repetitions = [.. analysis.Repetitions.Select(RepetitionEntry.Of)],
            Sets = SetEntry.Of(analysis.Repetitions),
            Gait = GaitNumbers.Of(WalkParameters.Of(analysis.Events, LengthScale(analysis.BodyHeightMetres, heightMetres))),
            MillisecondsPerFrame = null,
            Flags = [.. analysis.Alarms.Select(FlagEntry.Of)],
        }.Write(Path.Combine(folder, "summary.json"));
    }

    /// <summary>What makes the lengths metric, as far as the legs and the height tell.</summary>
    internal static double LengthScale(double? seenHeightMetres, double? heightMetres)
        => heightMetres / seenHeightMetres is { } scale && Math.Abs(scale - 1) > FitsHeight ? scale : 1;

    private static void WriteEvents(string path, IReadOnlyList<StepEvent> events)
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
}
