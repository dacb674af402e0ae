using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>Tells what a leg was lifted for: marching, standing on the other one, or a step.</summary>
/// <remarks>
/// In marching the thigh goes forward and up, in a stance the knee bends back. Who faces the camera lifts the foot in both, and the
/// depth may be mirrored: a thigh that came forward looks like a shank that went back. Then only the time tells them apart, and what
/// is being done.
/// </remarks>
internal static class LiftedLeg
{
    /// <summary>The thigh that goes in front takes this much of the movement along in marching.</summary>
    private const double ThighShare = 0.45;

    /// <summary>In a stance the thigh too comes forward a little.</summary>
    private const double HighThighDegrees = 25;

    /// <summary>Who lifts a leg stands, before and on the other one; a thigh further forward is on its way up from a seat, or in a squat.</summary>
    private const double MostThighAtRestDegrees = 38;

    private const double FacingProfile = 0.7;

    /// <summary>
    /// At the far end of a step the foot has reached the floor in front; a thigh raised by 25° with the shank hanging brings the foot
    /// forward by 0.21 leg lengths and up by 0.05.
    /// </summary>
    private const double RisePerReach = 0.1;

    /// <summary>Held for longer with the thigh in front it is a stance too.</summary>
    private static readonly TimeSpan LongestLift = TimeSpan.FromSeconds(5);

    /// <summary>A step lifts the foot for less.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(0.38);

    /// <summary>Who holds one leg up for longer stands on the other.</summary>
    private static readonly TimeSpan ShortestStance = TimeSpan.FromSeconds(1.8);

    /// <param name="exercise">Marching or the single-leg stance.</param>
    /// <param name="moving">The leg that was lifted.</param>
    /// <param name="rest">How the body stood before.</param>
    /// <param name="lifted">The samples while the leg was up.</param>
    /// <param name="top">Those of them near the furthest point.</param>
    /// <param name="rangeDegrees">The range of the movement.</param>
    /// <param name="being">The exercise being done; null when that is not known.</param>
    /// <returns>Whether it was for that exercise; when the posture is not known, by the time alone.</returns>
    public static bool IsFor(ExerciseKind exercise, Side moving, in BodyPosture rest, IReadOnlyList<ExcursionPoint> lifted, IReadOnlyList<ExcursionPoint> top, double rangeDegrees, ExerciseKind? being)
    {
        var time = lifted[^1].At - lifted[0].At;
        var isStance = exercise == ExerciseKind.SingleLegStance;
        if (time < (isStance ? ShortestStance : LongestStep))
            return false;
        if (!rest.IsKnown || lifted.Any(p => !p.Posture.IsKnown))
            return true;
        if (rest.LeftThighDegrees + rest.RightThighDegrees > 2 * MostThighAtRestDegrees || Mean(lifted, moving, StandingThigh) > MostThighAtRestDegrees)
            return false;

        var raised = Mean(lifted, moving, ThighAhead) - ThighAhead(rest, moving);
        if (raised >= ThighShare * rangeDegrees && (raised >= HighThighDegrees || !isStance))
            return isStance ? time > LongestLift : time <= LongestLift && IsInTheAir(top, moving, rest);
        if (lifted.Average(p => p.Posture.Profile) > FacingProfile)
            return isStance;

        var marches = time < ShortestStance || (being == ExerciseKind.Marching && time <= LongestLift);
        return isStance ? !marches : marches && IsInTheAir(top, moving, rest);
    }

    private static bool IsInTheAir(IReadOnlyList<ExcursionPoint> top, Side moving, in BodyPosture rest)
        => Mean(top, moving, FootHigher) - Math.Min(0, FootHigher(rest, moving)) > RisePerReach * Mean(top, moving, FootAhead);

    private static double Mean(IReadOnlyList<ExcursionPoint> points, Side moving, Func<BodyPosture, Side, double> of)
        => points.Average(p => of(p.Posture, moving));

    private static double ThighAhead(BodyPosture posture, Side side) => Of(side, posture.LeftThighDegrees - posture.RightThighDegrees);

    private static double StandingThigh(BodyPosture posture, Side moving)
        => moving == Side.Left ? posture.RightThighDegrees : posture.LeftThighDegrees;

    private static double FootAhead(BodyPosture posture, Side side) => Of(side, posture.LeftFootAhead);

    private static double FootHigher(BodyPosture posture, Side side) => Of(side, posture.LeftFootHigher);

    private static double Of(Side side, double left) => side == Side.Left ? left : -left;
}
