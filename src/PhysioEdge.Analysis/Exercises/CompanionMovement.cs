using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>
/// How far a neighbouring joint travels along with the one that tells a repetition: standing up moves hips and knees, a seated
/// knee extension only the knee; arms that rise in a squat are not an abduction.
/// </summary>
/// <param name="LeftAngle">The neighbour on the left.</param>
/// <param name="RightAngle">The neighbour on the right.</param>
/// <param name="LeastShare">The least range of the neighbour, as a share of the range of the repetition.</param>
/// <param name="MostShare">The most, in the same way.</param>
public sealed record CompanionMovement(JointAngle LeftAngle, JointAngle RightAngle, double LeastShare, double MostShare)
{
    /// <summary>Gets the rule that allows everything.</summary>
    public static CompanionMovement Any { get; } = new(JointAngle.HipLeft, JointAngle.HipRight, 0, double.PositiveInfinity);

    /// <summary>A joint that is still sways and trembles by so much.</summary>
    private const double UnrestDegrees = 12;

    /// <summary>Gets the rule that the hips bend and straighten too.</summary>
    public static CompanionMovement HipsToo { get; } = new(JointAngle.HipLeft, JointAngle.HipRight, 0.3, double.PositiveInfinity);

    /// <summary>Gets the rule that the hips stay nearly as they are.</summary>
    public static CompanionMovement HipsStill { get; } = new(JointAngle.HipLeft, JointAngle.HipRight, 0, 0.5);

    /// <summary>Gets the rule that the knees stay nearly as they are.</summary>
    public static CompanionMovement KneesStill { get; } = new(JointAngle.KneeLeft, JointAngle.KneeRight, 0, 0.3);

    /// <summary>The mean of both sides, degrees; of the side that is known when one is not; NaN when none is.</summary>
    internal double Read(in AngleFrame frame)
    {
        var left = frame.Angles[LeftAngle];
        var right = frame.Angles[RightAngle];
        if (!left.IsKnown || !right.IsKnown)
            return left.IsKnown ? left.Degrees : right.Degrees;
        return (left.Degrees + right.Degrees) / 2;
    }

    /// <summary>Whether the neighbour moved as it should; true when it was not seen.</summary>
    internal bool Fits(double? companionRangeDegrees, double rangeDegrees)
        => companionRangeDegrees is not { } companion
            || (companion >= LeastShare * rangeDegrees && companion <= Math.Max(MostShare * rangeDegrees, UnrestDegrees));
}
