using System.Globalization;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>The lines of text in an annotated video.</summary>
internal static class Captions
{
    public static IReadOnlyList<string> Of(in SessionStep step) => [Angles(step), .. Counts(step.Session)];

    private static string Angles(in SessionStep step) => string.Create(
        CultureInfo.InvariantCulture,
        $"knee L {step.Angles.Angles[JointAngle.KneeLeft].Degrees:F0} R {step.Angles.Angles[JointAngle.KneeRight].Degrees:F0}  hip L {step.Angles.Angles[JointAngle.HipLeft].Degrees:F0} R {step.Angles.Angles[JointAngle.HipRight].Degrees:F0}");

    private static IEnumerable<string> Counts(Session? session)
        => (session?.Repetitions ?? [])
            .Where(r => !r.Partial)
            .GroupBy(r => r.Exercise)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{ExerciseDefinition.Of(g.Key).Name} {g.Count()}"));
}
