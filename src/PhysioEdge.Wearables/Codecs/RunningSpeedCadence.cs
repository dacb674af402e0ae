namespace PhysioEdge.Wearables.Codecs;

/// <summary>RSC Measurement, characteristic 2A53 (Bluetooth Running Speed and Cadence Service 1.0, 3.1).</summary>
public readonly record struct RunningSpeedCadence
{
    private const byte StridePresent = 0x01;
    private const byte DistancePresent = 0x02;
    private const byte Running = 0x04;
    private const double SpeedUnitsPerMetre = 256;
    private const double StrideUnitsPerMetre = 100;
    private const double DistanceUnitsPerMetre = 10;

    /// <summary>Gets the speed, m/s, 0 to 255.996 in steps of 1/256.</summary>
    public required double SpeedMetresPerSecond { get; init; }

    /// <summary>Gets the cadence as the device counts it, per minute.</summary>
    public required byte CadencePerMinute { get; init; }

    /// <summary>Gets the length of a stride, m, to the centimetre; null when not sent.</summary>
    public double? StrideLengthMetres { get; init; }

    /// <summary>Gets the distance since the last reset, m, to the decimetre; null when not sent.</summary>
    public double? TotalDistanceMetres { get; init; }

    /// <summary>Gets a value indicating whether the wearer runs; false when walking, or when the device cannot tell.</summary>
    public bool IsRunning { get; init; }

    public static DecodeResult<RunningSpeedCadence> Decode(ReadOnlySpan<byte> value)
    {
        var reader = new LittleEndianReader(value);
        var flags = reader.UInt8();
        var measurement = new RunningSpeedCadence
        {
            SpeedMetresPerSecond = reader.UInt16() / SpeedUnitsPerMetre,
            CadencePerMinute = reader.UInt8(),
            StrideLengthMetres = (flags & StridePresent) != 0 ? reader.UInt16() / StrideUnitsPerMetre : null,
            TotalDistanceMetres = (flags & DistancePresent) != 0 ? reader.UInt32() / DistanceUnitsPerMetre : null,
            IsRunning = (flags & Running) != 0,
        };
        return reader.IsShort ? Refusal.TooShort : measurement;
    }

    /// <exception cref="OverflowException">A number does not fit its field.</exception>
    public byte[] Encode()
    {
        var writer = new LittleEndianWriter();
        writer.UInt8((byte)((StrideLengthMetres is null ? 0 : StridePresent) | (TotalDistanceMetres is null ? 0 : DistancePresent) | (IsRunning ? Running : 0)));
        writer.UInt16(checked((ushort)Math.Round(SpeedMetresPerSecond * SpeedUnitsPerMetre)));
        writer.UInt8(CadencePerMinute);
        if (StrideLengthMetres is { } stride)
            writer.UInt16(checked((ushort)Math.Round(stride * StrideUnitsPerMetre)));
        if (TotalDistanceMetres is { } distance)
            writer.Unsigned(checked((uint)Math.Round(distance * DistanceUnitsPerMetre)), 4);
        return writer.ToArray();
    }
}

/// <summary>RSC Feature, characteristic 2A54: what the sensor can do.</summary>
[Flags]
public enum RunningSpeedCadenceFeatures
{
    None = 0,
    StrideLength = 0x01,
    TotalDistance = 0x02,
    WalkingOrRunning = 0x04,
    Calibration = 0x08,
    SeveralLocations = 0x10,
}
