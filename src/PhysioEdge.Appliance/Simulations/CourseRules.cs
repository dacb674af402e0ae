using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Appliance.Simulations;

/// <summary>What does not go together.</summary>
internal static class CourseRules
{
    /// <exception cref="InputException">Something was asked of an exercise that has no such thing.</exception>
    public static void Check(ScriptedExercise exercise, CourseRequest course)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(exercise.ToString());
        var walks = exercise == ScriptedExercise.Walking;
        var together = exercise is ScriptedExercise.Squat or ScriptedExercise.SitToStand;
        Refuse(course.Limp is not null && !walks, "--limp", $"{name} has no limp. Choose walking, or leave it out.");
        Refuse(course.FatiguePercent > 0 && walks, "--fatigue", "walking has no range. Choose another exercise, or leave it out.");
        Refuse(course.TrunkLeanDegrees is not null && walks, "--trunk-lean-deg", "walking has a lean of its own. Choose another exercise, or leave it out.");
        Refuse(course.WeakerSide is not null && walks, "--weaker-side", "walking has a --limp instead.");
        Refuse(course.WeakerSide is not null && exercise == ScriptedExercise.SitToStand, "--weaker-side", "in a sit-to-stand both sides move as one. Choose another exercise, or leave it out.");
        Refuse(course.Side == Side.Both && IsOneSided(exercise), "--side both", $"{name} is done with one side at a time. Give left or right.");
        Refuse(course.Side is Side.Left or Side.Right && (together || walks), "--side", $"{name} moves both sides. Leave it out.");
    }

    public static bool IsOneSided(ScriptedExercise exercise) => exercise is ScriptedExercise.KneeExtension or ScriptedExercise.SingleLegStance;

    private static void Refuse(bool isWrong, string option, string why)
    {
        if (isWrong)
            throw new InputException($"{option}: {why}");
    }
}
