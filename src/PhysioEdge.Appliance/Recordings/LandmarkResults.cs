using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Gait.Landmarks;

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
        RecordingResults.WriteEvents(Path.Combine(folder, "gait_events.csv"), analysis.Events);
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
            TimedTests = [.. analysis.TimedTests.Select(TimedTestEntry.Of)],
            MillisecondsPerFrame = null,
            Flags = [.. analysis.Alarms.Select(FlagEntry.Of)],
        }.Write(Path.Combine(folder, "summary.json"));
    }

    /// <summary>What makes the lengths metric, as far as the legs and the height tell.</summary>
    internal static double LengthScale(double? seenHeightMetres, double? heightMetres)
        => heightMetres / seenHeightMetres is { } scale && Math.Abs(scale - 1) > FitsHeight ? scale : 1;
}
