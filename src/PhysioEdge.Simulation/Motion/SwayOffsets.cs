namespace PhysioEdge.Simulation.Motion;

/// <summary>What sway and tremor add to a posture at one moment, degrees.</summary>
internal readonly record struct SwayOffsets(float Trunk, float Knee, float Arm)
{
    /// <summary>Gets the struggle for balance on one leg, about −1 to 1; there without any sway asked for.</summary>
    public float Balance { get; init; }
}
