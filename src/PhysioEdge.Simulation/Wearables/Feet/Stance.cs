namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>A time for which a foot is on the floor, seconds of the script.</summary>
/// <param name="From">When it lands; negative infinity when it stood there at the beginning.</param>
/// <param name="To">When it leaves the floor; positive infinity when it never does again.</param>
/// <param name="LandsWalking">Whether it lands with the heel, on the way.</param>
/// <param name="LeavesWalking">Whether it leaves over the toes, on the way.</param>
internal readonly record struct Stance(double From, double To, bool LandsWalking, bool LeavesWalking)
{
    /// <summary>Gets how long it takes until it bears what it should after landing.</summary>
    public double LoadingSeconds { get; init; }

    /// <summary>Gets how long before leaving it begins to be eased.</summary>
    public double EasingSeconds { get; init; }

    /// <summary>From 0 = does not bear anything yet or any more to 1.</summary>
    public float BearingAt(double seconds) => Ramp((seconds - From) / LoadingSeconds) * Ramp((To - seconds) / EasingSeconds);

    /// <summary>Steepest at both ends: a foot lands and leaves faster than the weight goes over.</summary>
    private static float Ramp(double part)
    {
        const double steeper = 0.5;
        var p = Math.Clamp(part, 0, 1);
        return (float)(p + (steeper * Math.Sin(Math.Tau * p) / Math.Tau));
    }
}
