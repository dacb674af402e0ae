using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>Tells what a leg was lifted for: marching, standing on the other one, or a step.</summary>
internal static class LiftedLeg
{
    /// <summary>The thigh that goes in front takes this much of the movement along in marching; in a stance the knee bends back instead.</summary>
    private const double ThighShare = 0.45;

    /// <summary>In a stance the thigh too comes forward a little.</summary>
    private const double HighThighDegrees = 25;

    /// <summary>Held for longer with the thigh in front it is a stance too.</summary>
    private static readonly TimeSpan LongestLift = TimeSpan.FromSeconds(5);

    /// <summary>
    /// At the far end of a step the foot has reached the floor in front; a thigh raised by 25° with the shank hanging brings the foot
    /// forward by 0.21 leg lengths and up by 0.05.
    /// </summary>
    private const double RisePerReach = 0.1;

    /// <param name="exercise">Marching or the single-leg stance.</param>
    /// <param name="moving">The leg that was lifted.</param>
    /// <param name="rest">How the body stood before.</param>
    /// <param name="lifted">The samples while the leg was up.</param>
    /// <param name="rangeDegrees">The range of the movement.</param>
    /// <returns>Whether it was for that exercise; true when the posture is not known.</returns>
    public static bool IsFor(ExerciseKind exercise, Side moving, in BodyPosture rest, IReadOnlyList<ExcursionPoint> lifted, double rangeDegrees)
    {
        if (!rest.IsKnown || lifted.Any(p => !p.Posture.IsKnown))
            return true;
        var (thigh, reach, rise) = (Mean(lifted, moving, ThighAhead), Mean(lifted, moving, FootAhead), Mean(lifted, moving, FootHigher));
        var raised = thigh - ThighAhead(rest, moving);
        var inFront = raised >= ThighShare * rangeDegrees;
        if (exercise == ExerciseKind.Marching)
            return inFront && rise - Math.Min(0, FootHigher(rest, moving)) > RisePerReach * reach && Duration(lifted) <= LongestLift;
        return !inFront || raised < HighThighDegrees || Duration(lifted) > LongestLift;
    }

    private static TimeSpan Duration(IReadOnlyList<ExcursionPoint> points) => points[^1].At - points[0].At;

    private static double Mean(IReadOnlyList<ExcursionPoint> points, Side moving, Func<BodyPosture, Side, double> of)
        => points.Average(p => of(p.Posture, moving));

    private static double ThighAhead(BodyPosture posture, Side side) => Of(side, posture.LeftThighDegrees - posture.RightThighDegrees);

    private static double FootAhead(BodyPosture posture, Side side) => Of(side, posture.LeftFootAhead);

    private static double FootHigher(BodyPosture posture, Side side) => Of(side, posture.LeftFootHigher);

    private static double Of(Side side, double left) => side == Side.Left ? left : -left;
}
