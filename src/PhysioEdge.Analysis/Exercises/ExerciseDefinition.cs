using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>How an exercise shows in the joint angles.</summary>
/// <param name="Kind">The exercise.</param>
/// <param name="Name">Its name in care plans, events and files, for example <c>sit-to-stand</c>.</param>
/// <param name="LeftAngle">The angle that tells a repetition, on the left.</param>
/// <param name="RightAngle">The same on the right.</param>
/// <param name="Direction">+1 when the angle grows from rest to the peak of a repetition, −1 when it shrinks.</param>
/// <param name="SidesTogether">True when both sides always move as one (the mean counts), false when either may move alone (the one further from rest counts).</param>
/// <param name="NoticeDegrees">The smallest range that is looked at, degrees: less is swaying, not an attempt.</param>
/// <param name="CountDegrees">The smallest range that is a whole repetition for anybody, degrees; between the two it is a partial one.</param>
/// <param name="Companion">What a neighbouring joint does in this exercise, and in none that looks like it.</param>
public sealed record ExerciseDefinition(
    ExerciseKind Kind,
    string Name,
    JointAngle LeftAngle,
    JointAngle RightAngle,
    int Direction,
    bool SidesTogether,
    double NoticeDegrees,
    double CountDegrees,
    CompanionMovement Companion)
{
    /// <summary>Gets all exercises.</summary>
    /// <remarks>
    /// The ranges leave room for patients early after an operation: a mini squat is 30–45° of knee flexion
    /// (Escamilla, "Knee biomechanics of the dynamic squat exercise", 2001), a stiff shoulder may reach 40°.
    /// </remarks>
    public static IReadOnlyList<ExerciseDefinition> All { get; } =
    [
        new(ExerciseKind.Squat, "squat", JointAngle.KneeLeft, JointAngle.KneeRight, +1, true, 15, 28, CompanionMovement.HipsToo),
        new(ExerciseKind.SitToStand, "sit-to-stand", JointAngle.KneeLeft, JointAngle.KneeRight, -1, true, 20, 40, CompanionMovement.HipsToo),
        new(ExerciseKind.KneeExtension, "knee-extension", JointAngle.KneeLeft, JointAngle.KneeRight, -1, false, 15, 28, CompanionMovement.HipsStill),
        new(ExerciseKind.ShoulderAbduction, "shoulder-abduction", JointAngle.ShoulderLeft, JointAngle.ShoulderRight, +1, false, 18, 32, CompanionMovement.KneesStill),
        new(ExerciseKind.Marching, "marching", JointAngle.HipLeft, JointAngle.HipRight, +1, false, 20, 40, CompanionMovement.Any),
        new(ExerciseKind.SingleLegStance, "single-leg-stance", JointAngle.KneeLeft, JointAngle.KneeRight, +1, false, 15, 25, CompanionMovement.Any),
        new(ExerciseKind.Walking, "walking", JointAngle.HipLeft, JointAngle.HipRight, +1, false, 15, 25, CompanionMovement.Any) { HasRepetitions = false },
    ];

    /// <summary>Gets a value indicating whether the exercise is counted; false when it is only recognised.</summary>
    public bool HasRepetitions { get; private init; } = true;

    /// <summary>The definition of that exercise.</summary>
    public static ExerciseDefinition Of(ExerciseKind kind) => All[(int)kind];

    /// <summary>The definition of the exercise with that name; null when there is none.</summary>
    public static ExerciseDefinition? Named(string name) => All.FirstOrDefault(e => e.Name == name);

    /// <summary>How far the body is from rest in that frame, degrees, growing towards the peak of a repetition.</summary>
    /// <param name="frame">The joint angles.</param>
    /// <param name="side">The side that is exercised; <see cref="Side.Both"/> also when either may move.</param>
    /// <returns>The excursion with its quality; unknown when the angles are.</returns>
    /// <remarks>The zero is arbitrary: only differences mean something.</remarks>
    internal AngleReading Excursion(in AngleFrame frame, Side side)
    {
        var left = Signed(frame.Angles[LeftAngle]);
        var right = Signed(frame.Angles[RightAngle]);
        if (side == Side.Left || !right.IsKnown)
            return left;
        if (side == Side.Right || !left.IsKnown)
            return right;
        if (!SidesTogether)
            return left.Degrees >= right.Degrees ? left : right;

        var weight = left.Quality + right.Quality;
        return weight > 0
            ? new AngleReading(((left.Degrees * left.Quality) + (right.Degrees * right.Quality)) / weight, weight / 2)
            : AngleReading.Unknown;
    }

    private AngleReading Signed(AngleReading reading) => reading with { Degrees = Direction * reading.Degrees };
}
