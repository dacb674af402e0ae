namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>How somebody walks.</summary>
public sealed record WalkPlan
{
    /// <summary>Gets the speed on a straight way, metres per second; 1.2–1.4 is usual for adults, 0.6–0.9 after an operation.</summary>
    public float SpeedMetresPerSecond { get; init; } = 1.2f;

    /// <summary>
    /// Gets the steps per minute; null = those that suit the speed: a step's length is 0.0063 m for each step per minute
    /// (Sekiya and Nagasaki, "Reproducibility of the walking patterns of normal young adults", 1998), more for tall people.
    /// </summary>
    public float? CadencePerMinute { get; init; }

    /// <summary>Gets how heavily it treads: a factor on the ups and downs of the force on the floor. The picture does not show it.</summary>
    public float TreadFactor { get; init; } = 1;

    /// <summary>Gets how the walk is uneven; null = it is not.</summary>
    public Limp? Limp { get; init; }
}
