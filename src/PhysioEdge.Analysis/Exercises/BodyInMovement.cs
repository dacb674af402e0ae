using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>What the rest of the body does while a joint goes out and back: it tells an exercise from what only looks like it.</summary>
internal static class BodyInMovement
{
    private const double ForwardShare = 0.75;
    private const double LeastThighShare = 0.35;
    private const double LeastAlike = 0.5;

    /// <summary>Arms that come forward for balance are not raised sideways.</summary>
    public static bool ReachesForward(in ExcursionPoint peak, Side side) => peak.Posture.IsKnown && side switch
    {
        Side.Left => peak.Posture.LeftArmAhead > ForwardShare,
        Side.Right => peak.Posture.RightArmAhead > ForwardShare,
        _ => peak.Posture.LeftArmAhead > ForwardShare && peak.Posture.RightArmAhead > ForwardShare,
    };

    /// <summary>Knees that bend without the thighs are feet that are lifted.</summary>
    public static bool ThighsWentToo(ExcursionWindow window, double range)
        => !(window.Range(p => ThighOf(p, (p.Posture.LeftThighDegrees + p.Posture.RightThighDegrees) / 2)) < LeastThighShare * range);

    /// <summary>Knees and thighs: in profile a lifted leg drags the hidden one along with it, but not both joints of it.</summary>
    public static bool SidesWentTogether(ExcursionWindow window)
        => Alike(window.Range(p => p.LeftDegrees), window.Range(p => p.RightDegrees))
            && Alike(window.Range(p => ThighOf(p, p.Posture.LeftThighDegrees)), window.Range(p => ThighOf(p, p.Posture.RightThighDegrees)));

    /// <summary>Whether both sides are about as far from where they were at rest.</summary>
    public static bool SidesAreAlike(in ExcursionPoint rest, in ExcursionPoint now)
        => Alike(Math.Abs(now.LeftDegrees - rest.LeftDegrees), Math.Abs(now.RightDegrees - rest.RightDegrees));

    private static double ThighOf(in ExcursionPoint point, double degrees) => point.Posture.IsKnown ? degrees : double.NaN;

    private static bool Alike(double? left, double? right)
        => left is not { } l || right is not { } r || Math.Min(l, r) >= LeastAlike * Math.Max(l, r);
}
