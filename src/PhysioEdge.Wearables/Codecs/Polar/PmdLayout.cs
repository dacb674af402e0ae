namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>How the samples of a kind of frame lie in it: so many channels of so many bytes, signed, little-endian.</summary>
internal readonly record struct PmdLayout(int Channels, int ValueBytes)
{
    public int SampleBytes => Channels * ValueBytes;

    public static PmdLayout? Of(PmdMeasurementType type, byte frameType, bool isCompressed) => (type, frameType, isCompressed) switch
    {
        (PmdMeasurementType.Ecg, 0, _) => new(1, 3),
        (PmdMeasurementType.Ppg, 0, _) => new(4, 3),
        (PmdMeasurementType.Acc, 0, false) => new(3, 1),
        (PmdMeasurementType.Acc, 1, false) => new(3, 2),
        (PmdMeasurementType.Acc, 2, false) => new(3, 3),
        (PmdMeasurementType.Acc, 0 or 1, true) => new(3, 2),
        (PmdMeasurementType.Gyro or PmdMeasurementType.Mag, 0, true) => new(3, 2),
        _ => null,
    };

    /// <summary>Reads one value; the span begins with it.</summary>
    public int ReadValue(ReadOnlySpan<byte> bytes)
    {
        var value = 0;
        for (var i = 0; i < ValueBytes; i++)
            value |= bytes[i] << (8 * i);
        var unused = 32 - (8 * ValueBytes);
        return value << unused >> unused;
    }
}
