namespace PhysioEdge.Wearables.InsoleProfiles;

/// <summary>One packet of an insole.</summary>
/// <param name="Counter">The counter as sent.</param>
/// <param name="Samples">The samples, oldest first.</param>
public sealed record InsolePacket(uint Counter, IReadOnlyList<InsoleSample> Samples);

/// <summary>One sample of an insole.</summary>
public readonly record struct InsoleSample
{
    /// <summary>Gets the pressure on each cell, N or N/cm² as the profile says.</summary>
    public required ReadOnlyMemory<double> Pressure { get; init; }

    /// <summary>Gets the acceleration in the sensor's axes, m/s²; null without that sensor.</summary>
    public Axes? Acceleration { get; init; }

    /// <summary>Gets the angular rate in the sensor's axes, °/s; null without that sensor.</summary>
    public Axes? AngularRate { get; init; }
}

/// <summary>A value on three axes.</summary>
public readonly record struct Axes(double X, double Y, double Z);
