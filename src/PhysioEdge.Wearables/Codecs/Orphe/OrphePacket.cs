namespace PhysioEdge.Wearables.Codecs.Orphe;

/// <summary>What an ORPHE INSOLE packet holds; the number is its first byte.</summary>
public enum OrphePacketKind
{
    /// <summary>Orientation, angular rate and acceleration at 200 Hz, no pressure.</summary>
    Orientation = 50,

    /// <summary>As <see cref="Pressure"/>, from the device's memory.</summary>
    Fifo = 54,

    /// <summary>Angular rate, acceleration and pressure at 200 Hz.</summary>
    Pressure = 55,

    /// <summary>All of it at 100 Hz.</summary>
    Full = 56,
}

/// <summary>One notification of an ORPHE INSOLE (characteristic f3f9c7ce-46ee-4205-89ac-abe64e626c0f), 104 bytes, big-endian.</summary>
public sealed record OrphePacket
{
    /// <summary>Gets what it holds.</summary>
    public required OrphePacketKind Kind { get; init; }

    /// <summary>Gets the number of the packet; 65535 is followed by 0 (<see cref="WrappingCounter"/>).</summary>
    public required ushort Serial { get; init; }

    /// <summary>Gets the device's time of day at the newest sample, to the millisecond; it jumps by 24 h at midnight (<see cref="OrpheClock"/>).</summary>
    public required TimeSpan TimeOfDay { get; init; }

    /// <summary>Gets the samples, oldest first: 2 of <see cref="OrphePacketKind.Full"/>, else 4.</summary>
    public required IReadOnlyList<OrpheSample> Samples { get; init; }

    /// <summary>Gets the rate of its samples, Hz.</summary>
    public double SamplingRateHz => OrpheLayout.Of(Kind)!.Value.SamplingRateHz;
}

/// <summary>One sample. The sensor's axes are right-handed: x to the right, y towards the toes, z up out of the sole.</summary>
public readonly record struct OrpheSample
{
    /// <summary>Gets the orientation; null when not sent.</summary>
    public OrpheQuaternion? Orientation { get; init; }

    /// <summary>Gets the angular rate as sent (<see cref="OrpheScale.AngularRateDegreesPerSecond"/>).</summary>
    public required OrpheAxes AngularRate { get; init; }

    /// <summary>Gets the acceleration as sent (<see cref="OrpheScale.AccelerationG"/>).</summary>
    public required OrpheAxes Acceleration { get; init; }

    /// <summary>Gets the six pressures, readings without a unit: toe medial, ball medial, toe lateral, ball centre, midfoot lateral, heel; empty when not sent.</summary>
    public ReadOnlyMemory<ushort> Pressure { get; init; }
}

/// <summary>Three axes as sent, 16 bits each.</summary>
public readonly record struct OrpheAxes(short X, short Y, short Z);

/// <summary>A unit quaternion as sent, 16384 = 1.</summary>
public readonly record struct OrpheQuaternion(short W, short X, short Y, short Z)
{
    /// <summary>What stands for 1.</summary>
    public const double Unit = 16384;
}

/// <summary>Turns readings of an ORPHE INSOLE into units, for the ranges that it is set to.</summary>
/// <param name="AccelerationRangeG">The range of the accelerometer: 2, 4, 8 or 16 G.</param>
/// <param name="AngularRateRangeDegreesPerSecond">The range of the gyroscope: 250, 500, 1000 or 2000 °/s.</param>
public readonly record struct OrpheScale(double AccelerationRangeG, double AngularRateRangeDegreesPerSecond)
{
    // The gyroscope's sensitivity (LSM6DSOX data sheet): 8.75 mdps per reading at ±250 °/s and in proportion, more than range / 32768.
    private const double DegreesPerSecondPerReadingAndRange = 0.00875 / 250;

    /// <summary>Gets the ranges that an insole has from the maker.</summary>
    public static OrpheScale Default { get; } = new(16, 2000);

    /// <summary>An acceleration in G.</summary>
    public double AccelerationG(short reading) => reading / 32768.0 * AccelerationRangeG;

    /// <summary>An angular rate in °/s.</summary>
    public double AngularRateDegreesPerSecond(short reading) => reading * (AngularRateRangeDegreesPerSecond * DegreesPerSecondPerReadingAndRange);
}
