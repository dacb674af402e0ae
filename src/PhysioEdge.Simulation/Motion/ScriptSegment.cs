namespace PhysioEdge.Simulation.Motion;

/// <summary>A stretch of a script: along one curve from one phase to another, or staying at a phase.</summary>
internal readonly record struct ScriptSegment(double StartSeconds, double DurationSeconds, PostureCurve Curve, float From, float To)
{
    public double EndSeconds => StartSeconds + DurationSeconds;

    /// <summary>Gets where on the floor it happens; null = the curve says where.</summary>
    public FloorPlace? Place { get; init; }

    public Posture At(double seconds, SwayOffsets sway)
    {
        var part = DurationSeconds > 0 ? (float)((seconds - StartSeconds) / DurationSeconds) : 1;
        return Place is { } place
            ? Curve(From + ((To - From) * MinimumJerk.At(part)), sway) with { Place = place }
            : Curve(From + ((To - From) * part), sway);
    }
}
