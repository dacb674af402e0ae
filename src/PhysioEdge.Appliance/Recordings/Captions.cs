using System.Globalization;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>The lines of text in an annotated video.</summary>
internal static class Captions
{
    public static IReadOnlyList<string> Of(in SessionStep step) => [Angles(step), .. Counts(step.Session)];

    private static string Angles(in SessionStep step)
    {
        var angles = step.Angles.Angles;
        return $"knee L {Degrees(angles[JointAngle.KneeLeft])} R {Degrees(angles[JointAngle.KneeRight])}  hip L {Degrees(angles[JointAngle.HipLeft])} R {Degrees(angles[JointAngle.HipRight])}";
    }

    // The letters that OpenCV draws are ASCII.
    private static string Degrees(AngleReading reading) => reading.IsKnown ? reading.Degrees.ToString("F0", CultureInfo.InvariantCulture) : "-";

    private static IEnumerable<string> Counts(Session? session)
        => (session?.Repetitions ?? [])
            .Where(r => !r.Partial)
            .GroupBy(r => r.Exercise)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{ExerciseDefinition.Of(g.Key).Name} {g.Count()}"));
}
