using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Wearables.Codecs.Uart;

namespace PhysioEdge.Wearables.InsoleProfiles;

/// <summary>A make of insole as it is described in the configuration: where its packets come from, what is where in them, and where its cells are.</summary>
public sealed record InsoleProfile
{
    public required string Name { get; init; }

    /// <summary>Gets the GATT service.</summary>
    public required Guid Service { get; init; }

    /// <summary>Gets the characteristic that notifies.</summary>
    public required Guid Characteristic { get; init; }

    /// <summary>Gets a value indicating whether packets come as a stream of bytes (Nordic UART) and not one with each notification.</summary>
    public required bool IsUart { get; init; }

    /// <summary>Gets the length of a packet and its markers.</summary>
    public required PacketShape Packet { get; init; }

    public required bool IsBigEndian { get; init; }

    public required SamplePlaces Samples { get; init; }

    /// <summary>Gets the rate of samples, Hz.</summary>
    public required double RateHz { get; init; }

    public required CounterField Counter { get; init; }

    /// <summary>Gets the checksum; null when packets have none.</summary>
    public PacketChecksum? Checksum { get; init; }

    /// <summary>Gets the pressures, a number for each cell.</summary>
    public required InsoleField Pressure { get; init; }

    /// <summary>Gets a value indicating whether pressures are newtons on a cell, and not N/cm².</summary>
    public required bool IsPressureInNewtons { get; init; }

    /// <summary>Gets the accelerations x, y, z, scaled to m/s²; null without that sensor.</summary>
    public InsoleField? Acceleration { get; init; }

    /// <summary>Gets the angular rates x, y, z, scaled to °/s; null without that sensor.</summary>
    public InsoleField? AngularRate { get; init; }

    /// <summary>Gets the cells of each size of insole, in the order of the pressures.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<InsoleCell>> Sizes { get; init; }
}

/// <summary>Where the samples of a packet are.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="FirstOffset">Where in the packet the first is.</param>
/// <param name="StrideBytes">From one to the next.</param>
/// <param name="IsNewestFirst">Whether the first in the packet is the newest.</param>
public readonly record struct SamplePlaces(int Count, int FirstOffset, int StrideBytes, bool IsNewestFirst)
{
    /// <summary>Where a sample is, 0 the oldest.</summary>
    internal int OffsetOf(int sample) => FirstOffset + ((IsNewestFirst ? Count - 1 - sample : sample) * StrideBytes);
}

/// <summary>Numbers of a sample.</summary>
/// <param name="Offset">Where in the sample they begin.</param>
/// <param name="Type">How each is sent.</param>
/// <param name="Count">How many there are, one behind the other.</param>
/// <param name="Scale">What one step of the number as sent is, in the field's unit; not 0.</param>
/// <param name="Zero">The number as sent that stands for 0.</param>
public sealed record InsoleField(int Offset, WireType Type, int Count, double Scale, double Zero)
{
    /// <summary>Gets the bytes that they take.</summary>
    public int Bytes => WireNumber.SizeOf(Type, Count);
}

/// <summary>What a counter counts.</summary>
public enum CounterUnit
{
    Packets,
    Samples,
    Milliseconds,
    Microseconds,
}

/// <summary>The counter of a packet.</summary>
/// <param name="Offset">Where in the packet it is.</param>
/// <param name="Type">How it is sent: its width tells when it starts again at 0.</param>
/// <param name="Unit">What it counts; samples and times are those of the oldest sample in the packet.</param>
public sealed record CounterField(int Offset, WireType Type, CounterUnit Unit)
{
    /// <summary>Gets how many bits it counts with before it starts again.</summary>
    public int Bits => WireNumber.BitsOf(Type);
}
