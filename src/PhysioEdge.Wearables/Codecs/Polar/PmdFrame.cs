namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>
/// One notification of Polar's measurement data (characteristic FB005C82-02E7-F387-1CAD-8ACD2D8DF0C8), laid out as Polar's published
/// SDK reads it. Sensor values are as sent: µV for ECG, mG for raw and type 1 accelerations; others need the factor of the device's settings.
/// </summary>
public sealed record PmdFrame
{
    /// <summary>Gets what was measured.</summary>
    public required PmdMeasurementType Type { get; init; }

    /// <summary>Gets when the <b>last</b> sample was taken, ns since 2000-01-01T00:00:00Z by the device's clock; 0 for PPI of some devices.</summary>
    public required ulong TimestampNanoseconds { get; init; }

    /// <summary>Gets which of the layouts of that measurement this is, 0 to 127.</summary>
    public byte FrameType { get; init; }

    /// <summary>Gets a value indicating whether the samples are sent as differences.</summary>
    public bool IsCompressed { get; init; }

    /// <summary>Gets how many values a sample has; 0 for PPI.</summary>
    public int Channels { get; init; }

    /// <summary>Gets the values, oldest sample first, those of a sample together; empty for PPI.</summary>
    public ReadOnlyMemory<int> Values { get; init; }

    /// <summary>Gets the intervals of a PPI frame, oldest first; empty for all others.</summary>
    public ReadOnlyMemory<PpiSample> Intervals { get; init; }

    /// <summary>Gets width in bits and number of the first run of differences; null when there is none.</summary>
    public (int Bits, int Samples)? FirstDeltas { get; init; }

    /// <summary>Gets how many samples were announced and cut off; those that are there are whole.</summary>
    public int MissingSamples { get; init; }

    /// <summary>Gets the number of samples.</summary>
    public int SampleCount => Channels > 0 ? Values.Length / Channels : Intervals.Length;

    /// <summary>The values of one sample.</summary>
    public ReadOnlySpan<int> Sample(int index) => Values.Span.Slice(index * Channels, Channels);

    /// <summary>How long before <see cref="TimestampNanoseconds"/> a sample was taken.</summary>
    /// <param name="index">The sample, 0 the oldest.</param>
    /// <param name="samplingRateHz">The rate that the device was told, Hz.</param>
    public TimeSpan AgeOf(int index, double samplingRateHz) => TimeSpan.FromSeconds((SampleCount + MissingSamples - 1 - index) / samplingRateHz);
}
