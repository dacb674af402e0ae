namespace PhysioEdge.Simulation.Wearables.Heart;

/// <summary>A heart, and how it answers to effort.</summary>
public sealed record HeartOptions
{
    /// <summary>Gets the rate at rest, bpm.</summary>
    public double RestingBeatsPerMinute { get; init; } = 72;

    /// <summary>
    /// Gets by how much a watt of mechanical work raises the rate in the end, bpm. An untrained adult's oxygen uptake rises by about
    /// 0.013 l/min for each watt and the rate by about 50 bpm for each litre.
    /// </summary>
    public double BeatsPerMinutePerWatt { get; init; } = 0.65;

    /// <summary>Gets the time constant with which the rate follows, s; 30 to 60 is usual in moderate exercise.</summary>
    public double LagSeconds { get; init; } = 35;

    /// <summary>Gets the share of beats that come early, 0–1.</summary>
    public double PrematureShare { get; init; }

    /// <summary>Gets by how much breathing lengthens and shortens the intervals at rest, ms.</summary>
    public double BreathingMilliseconds { get; init; } = 30;

    /// <summary>Gets a value indicating whether the sensor touches the skin.</summary>
    public bool Contact { get; init; } = true;
}
