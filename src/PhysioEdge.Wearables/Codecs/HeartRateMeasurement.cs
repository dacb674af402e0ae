namespace PhysioEdge.Wearables.Codecs;

/// <summary>Heart Rate Measurement, characteristic 2A37 (Bluetooth Heart Rate Service 1.0, 3.1).</summary>
public readonly record struct HeartRateMeasurement
{
    private const byte WideRate = 0x01;
    private const byte Contact = 0x02;
    private const byte ContactSupported = 0x04;
    private const byte EnergyPresent = 0x08;
    private const byte RrPresent = 0x10;

    /// <summary>Gets the heart rate, beats per minute, as the device averaged it.</summary>
    public required ushort BeatsPerMinute { get; init; }

    /// <summary>Gets a value indicating whether the skin is touched; null when the device cannot tell.</summary>
    public bool? ContactDetected { get; init; }

    /// <summary>Gets the energy expended since the last reset, kJ; null when not sent.</summary>
    public ushort? EnergyKilojoules { get; init; }

    /// <summary>Gets the times between beats, 1/1024 s, oldest first; empty when none was sent.</summary>
    public ReadOnlyMemory<ushort> RrIntervals { get; init; }

    public static DecodeResult<HeartRateMeasurement> Decode(ReadOnlySpan<byte> value)
    {
        var reader = new LittleEndianReader(value);
        var flags = reader.UInt8();
        var measurement = new HeartRateMeasurement
        {
            BeatsPerMinute = (flags & WideRate) != 0 ? reader.UInt16() : reader.UInt8(),
            ContactDetected = (flags & ContactSupported) != 0 ? (flags & Contact) != 0 : null,
            EnergyKilojoules = (flags & EnergyPresent) != 0 ? reader.UInt16() : null,
        };
        if (reader.IsShort)
            return Refusal.TooShort;
        return (flags & RrPresent) != 0 ? WithIntervals(measurement, reader) : measurement;
    }

    public byte[] Encode()
    {
        var flags = (BeatsPerMinute > byte.MaxValue ? WideRate : 0) | (EnergyKilojoules is null ? 0 : EnergyPresent) | (RrIntervals.IsEmpty ? 0 : RrPresent)
            | (ContactDetected is { } touched ? ContactSupported | (touched ? Contact : 0) : 0);
        var writer = new LittleEndianWriter();
        writer.UInt8((byte)flags);
        writer.Unsigned(BeatsPerMinute, BeatsPerMinute > byte.MaxValue ? 2 : 1);
        if (EnergyKilojoules is { } energy)
            writer.UInt16(energy);
        foreach (var interval in RrIntervals.Span)
            writer.UInt16(interval);
        return writer.ToArray();
    }

    private static DecodeResult<HeartRateMeasurement> WithIntervals(HeartRateMeasurement measurement, LittleEndianReader reader) => reader.Rest.Length switch
    {
        0 => Refusal.TooShort,
        var length when length % 2 != 0 => new Refusal("half an RR interval at the end"),
        _ => measurement with { RrIntervals = reader.UInt16s() },
    };
}
