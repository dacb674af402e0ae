namespace PhysioEdge.Wearables.Codecs;

/// <summary>PLX Continuous Measurement, characteristic 2A5F (Bluetooth Pulse Oximeter Service 1.0, 3.3).</summary>
public readonly record struct PulseOximetry
{
    private const byte FastPresent = 0x01;
    private const byte SlowPresent = 0x02;
    private const byte MeasurementStatusPresent = 0x04;
    private const byte SensorStatusPresent = 0x08;
    private const byte AmplitudePresent = 0x10;

    // Demonstration, testing, calibration, unavailable, questionable, invalid: bits 10 to 15.
    private const ushort NotForUse = 0xFC00;

    /// <summary>Gets the usual saturation and pulse rate.</summary>
    public required OximetryPair Normal { get; init; }

    /// <summary>Gets those averaged over a shorter time; null when not sent.</summary>
    public OximetryPair? Fast { get; init; }

    /// <summary>Gets those averaged over a longer time; null when not sent.</summary>
    public OximetryPair? Slow { get; init; }

    /// <summary>Gets the bits of the measurement's status; null when not sent.</summary>
    public ushort? MeasurementStatus { get; init; }

    /// <summary>Gets the bits of the sensor's status, 24 of them; null when not sent.</summary>
    public uint? SensorStatus { get; init; }

    /// <summary>Gets the pulse amplitude index, percent; null when not sent, NaN when not known.</summary>
    public double? PulseAmplitudeIndexPercent { get; init; }

    /// <summary>Gets a value indicating whether the numbers may be those of a patient, and the device does not warn of them.</summary>
    public bool IsForClinicalUse => Normal.IsPlausible && (MeasurementStatus.GetValueOrDefault() & NotForUse) == 0;

    public static DecodeResult<PulseOximetry> Decode(ReadOnlySpan<byte> value)
    {
        var reader = new LittleEndianReader(value);
        var flags = reader.UInt8();
        var measurement = new PulseOximetry
        {
            Normal = OximetryPair.Read(ref reader),
            Fast = (flags & FastPresent) != 0 ? OximetryPair.Read(ref reader) : null,
            Slow = (flags & SlowPresent) != 0 ? OximetryPair.Read(ref reader) : null,
            MeasurementStatus = (flags & MeasurementStatusPresent) != 0 ? reader.UInt16() : null,
            SensorStatus = (flags & SensorStatusPresent) != 0 ? reader.UInt24() : null,
            PulseAmplitudeIndexPercent = (flags & AmplitudePresent) != 0 ? Sfloat.Read(ref reader) : null,
        };
        return reader.IsShort ? Refusal.TooShort : measurement;
    }

    public byte[] Encode()
    {
        var writer = new LittleEndianWriter();
        writer.UInt8((byte)((Fast is null ? 0 : FastPresent) | (Slow is null ? 0 : SlowPresent) | (MeasurementStatus is null ? 0 : MeasurementStatusPresent)
            | (SensorStatus is null ? 0 : SensorStatusPresent) | (PulseAmplitudeIndexPercent is null ? 0 : AmplitudePresent)));
        Normal.Write(writer);
        Fast?.Write(writer);
        Slow?.Write(writer);
        if (MeasurementStatus is { } measurementStatus)
            writer.UInt16(measurementStatus);
        if (SensorStatus is { } sensorStatus)
            writer.Unsigned(sensorStatus, 3);
        if (PulseAmplitudeIndexPercent is { } amplitude)
            writer.UInt16(Sfloat.FromDouble(amplitude));
        return writer.ToArray();
    }
}

/// <summary>Oxygen saturation and pulse rate.</summary>
/// <param name="SaturationPercent">SpO2, percent; NaN when the device does not know it.</param>
/// <param name="BeatsPerMinute">The pulse rate; NaN when the device does not know it.</param>
public readonly record struct OximetryPair(double SaturationPercent, double BeatsPerMinute)
{
    // What is below is a wrong exponent or a finger that is not there, not a patient.
    internal bool IsPlausible => SaturationPercent is >= 1 and <= 100 && BeatsPerMinute is >= 1 and <= 500;

    internal static OximetryPair Read(ref LittleEndianReader reader) => new(Sfloat.Read(ref reader), Sfloat.Read(ref reader));

    internal void Write(LittleEndianWriter writer)
    {
        writer.UInt16(Sfloat.FromDouble(SaturationPercent));
        writer.UInt16(Sfloat.FromDouble(BeatsPerMinute));
    }
}
