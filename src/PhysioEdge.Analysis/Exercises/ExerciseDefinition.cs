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
    /// <summary>A shank or thigh of half a leg's length that swings out by 60° raises the foot by a quarter of a leg.</summary>
    private const double DegreesPerRise = 240;

    /// <summary>A thigh raised level with the shank hanging brings the foot up by half a leg.</summary>
    private const double HighestRise = 0.5;

    private const double RiseOfStretchedLeg = 0.06;

    /// <summary>Of a knee that straightens by 75° towards the camera, the two together make as much.</summary>
    private const double ShankShare = 0.6;
    private const double RiseShare = 0.4;

    /// <summary>Gets all exercises.</summary>
    /// <remarks>
    /// The ranges leave room for patients early after an operation: a mini squat is 30–45° of knee flexion
    /// (Escamilla, "Knee biomechanics of the dynamic squat exercise", 2001), a stiff shoulder may reach 40°.
    /// </remarks>
    public static IReadOnlyList<ExerciseDefinition> All { get; } =
    [
        new(ExerciseKind.Squat, "squat", JointAngle.KneeLeft, JointAngle.KneeRight, +1, true, 15, 28, CompanionMovement.HipsToo),
        new(ExerciseKind.SitToStand, "sit-to-stand", JointAngle.KneeLeft, JointAngle.KneeRight, -1, true, 20, 40, CompanionMovement.HipsToo)
        {
            WholeShare = 0.75,
        },
        new(ExerciseKind.KneeExtension, "knee-extension", JointAngle.KneeLeft, JointAngle.KneeRight, -1, false, 10, 18, CompanionMovement.HipsStill)
        {
            ShortestCycle = TimeSpan.FromSeconds(1),
        },
        new(ExerciseKind.ShoulderAbduction, "shoulder-abduction", JointAngle.ShoulderLeft, JointAngle.ShoulderRight, +1, false, 18, 32, CompanionMovement.KneesStill),
        new(ExerciseKind.Marching, "marching", JointAngle.HipLeft, JointAngle.HipRight, +1, false, 15, 30, CompanionMovement.Any)
        {
            SidesApart = true,
            WholeShare = 0.6,
        },
        new(ExerciseKind.SingleLegStance, "single-leg-stance", JointAngle.KneeLeft, JointAngle.KneeRight, +1, false, 12, 21, CompanionMovement.Any)
        {
            SidesApart = true,
            IsHold = true,
        },
        new(ExerciseKind.Walking, "walking", JointAngle.HipLeft, JointAngle.HipRight, +1, false, 15, 25, CompanionMovement.Any) { HasRepetitions = false },
    ];

    /// <summary>Gets a value indicating whether the exercise is counted; false when it is only recognised.</summary>
    public bool HasRepetitions { get; private init; } = true;

    /// <summary>
    /// Gets how much of what this patient usually does is a whole repetition; standing up counts only when it is nearly done, as in the
    /// chair stand test (Jones, Rikli and Beam, "A 30-s chair-stand test", Res Q Exerc Sport 1999), and a small lift of a knee is
    /// measured too large, by some 10°.
    /// </summary>
    public double WholeShare { get; private init; } = 0.5;

    /// <summary>Gets a value indicating whether the sides are counted each for itself, because one may begin before the other is back.</summary>
    public bool SidesApart { get; private init; }

    /// <summary>
    /// Gets the time below which it is no repetition but a landmark that jumped, or a step; more where the pose model is least sure.
    /// </summary>
    public TimeSpan ShortestCycle { get; private init; } = TimeSpan.FromSeconds(0.6);

    /// <summary>
    /// Gets a value indicating whether the joint angle itself tells a repetition; false where a camera shows something else better,
    /// so that what tells a repetition and what is reported of it differ.
    /// </summary>
    internal bool IsToldByJoint => !SidesApart && Kind != ExerciseKind.KneeExtension;

    /// <summary>Gets a value indicating whether the time at the far point is what counts.</summary>
    public bool IsHold { get; private init; }

    /// <summary>The definition of that exercise.</summary>
    public static ExerciseDefinition Of(ExerciseKind kind) => All[(int)kind];

    /// <summary>The definition of the exercise with that name; null when there is none.</summary>
    public static ExerciseDefinition? Named(string name) => All.FirstOrDefault(e => e.Name == name);

    /// <summary>Whether the exercise can be done that way at all.</summary>
    internal bool Allows(Bearing bearing) => bearing switch
    {
        Bearing.Unknown => true,
        Bearing.Walking => false,
        Bearing.Seated => Kind is ExerciseKind.SitToStand or ExerciseKind.KneeExtension or ExerciseKind.ShoulderAbduction,
        _ => Kind is not ExerciseKind.KneeExtension,
    };

    /// <summary>The side whose joint tells a repetition of that side: in a single-leg stance the other one.</summary>
    internal Side Moving(Side side) => (Kind, side) switch
    {
        (ExerciseKind.SingleLegStance, Side.Left) => Side.Right,
        (ExerciseKind.SingleLegStance, Side.Right) => Side.Left,
        _ => side,
    };

    /// <summary>The angle that tells a repetition, on the left or the right.</summary>
    /// <remarks>
    /// A knee that straightens towards the camera is lost in the depth: on a seat, the more the patient faces the camera, the more
    /// what counts is how far the shank is from hanging and the rise of its foot. A foot that is up is in front, whatever the depth says.
    /// </remarks>
    internal AngleReading Joint(in AngleFrame frame, Side side)
    {
        var joint = frame.Angles[side == Side.Left ? LeftAngle : RightAngle];
        if (Kind != ExerciseKind.KneeExtension || !frame.Posture.IsKnown)
            return joint;
        var posture = frame.Posture;
        var (shank, rise) = side == Side.Left ? (posture.LeftShankDegrees, posture.LeftFootHigher) : (posture.RightShankDegrees, -posture.LeftFootHigher);
        var stretched = rise > RiseOfStretchedLeg ? Math.Abs(shank) : shank;
        var seenFromFront = 90 - (ShankShare * stretched) - (RiseShare * DegreesPerRise * rise);
        return joint with { Degrees = double.Lerp(seenFromFront, joint.Degrees, posture.Profile * posture.Profile) };
    }

    /// <summary>What goes along with the repetition, degrees; NaN when it was not seen.</summary>
    internal double CompanionOf(in AngleFrame frame)
        => Kind == ExerciseKind.KneeExtension && frame.Posture.IsKnown ? frame.Posture.TrunkForwardDegrees : Companion.Read(frame);

    /// <summary>How far the body is from rest in that frame, degrees, growing towards the peak of a repetition.</summary>
    /// <param name="frame">The joint angles.</param>
    /// <param name="side">The side that is exercised; <see cref="Side.Both"/> also when either may move.</param>
    /// <returns>The excursion with its quality; unknown when the angles are.</returns>
    /// <remarks>The zero is arbitrary: only differences mean something.</remarks>
    internal AngleReading Excursion(in AngleFrame frame, Side side)
    {
        var left = Signed(Joint(frame, Side.Left));
        var right = Signed(Joint(frame, Side.Right));
        if (SidesApart)
            return Moving(side) == Side.Left ? Beyond(left, right, frame.Posture, 1) : Beyond(right, left, frame.Posture, -1);
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

    /// <summary>
    /// By how much a leg is bent more than the other: bending over or squatting bends both. From the front the rise of the foot shows
    /// it better than the angles do.
    /// </summary>
    private static AngleReading Beyond(AngleReading moving, AngleReading other, in BodyPosture posture, int side)
    {
        var bent = moving.Degrees - other.Degrees;
        var rise = DegreesPerRise * Math.Min(HighestRise, side * posture.LeftFootHigher) * (1 - (posture.Profile * posture.Profile));
        return new(Math.Max(0, Math.Max(bent, posture.IsKnown && !double.IsNaN(bent) ? rise : bent)), Math.Min(moving.Quality, other.Quality));
    }

    private AngleReading Signed(AngleReading reading) => reading with { Degrees = Direction * reading.Degrees };
}
