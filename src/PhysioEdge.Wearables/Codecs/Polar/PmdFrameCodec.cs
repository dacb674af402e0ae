namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>Decodes and encodes <see cref="PmdFrame"/>.</summary>
public static class PmdFrameCodec
{
    private const byte CompressedBit = 0x80;

    private static readonly Refusal Unsupported = new("a measurement or frame type that is not supported");

    public static DecodeResult<PmdFrame> Decode(ReadOnlySpan<byte> value)
    {
        var reader = new LittleEndianReader(value);
        var (type, timestamp, frameType) = ((PmdMeasurementType)reader.UInt8(), reader.UInt64(), reader.UInt8());
        if (reader.IsShort)
            return Refusal.TooShort;

        var header = new PmdFrame
        {
            Type = type,
            TimestampNanoseconds = timestamp,
            FrameType = (byte)(frameType & ~CompressedBit),
            IsCompressed = (frameType & CompressedBit) != 0,
        };
        if (header is { Type: PmdMeasurementType.Ppi, FrameType: 0, IsCompressed: false })
            return DecodeIntervals(header, reader);
        if (PmdLayout.Of(type, header.FrameType, header.IsCompressed) is not { } layout)
            return Unsupported;
        header = header with { Channels = layout.Channels };
        return header.IsCompressed ? DeltaCodec.Decode(header, layout, reader.Rest) : DecodeRaw(header, layout, reader.Rest);
    }

    /// <exception cref="ArgumentException">There is no such frame type, or values differ by more than 32 bits hold.</exception>
    public static byte[] Encode(PmdFrame frame)
    {
        var writer = new LittleEndianWriter();
        writer.UInt8((byte)frame.Type);
        writer.Unsigned(frame.TimestampNanoseconds, 8);
        writer.UInt8((byte)(frame.FrameType | (frame.IsCompressed ? CompressedBit : 0)));
        if (frame.Type == PmdMeasurementType.Ppi)
            WriteIntervals(frame, writer);
        else
            WriteValues(frame, writer);
        return writer.ToArray();
    }

    private static DecodeResult<PmdFrame> DecodeRaw(PmdFrame header, PmdLayout layout, ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || content.Length % layout.SampleBytes != 0)
            return Refusal.TooShort;
        var values = new int[content.Length / layout.ValueBytes];
        for (var i = 0; i < values.Length; i++)
            values[i] = layout.ReadValue(content[(i * layout.ValueBytes)..]);
        return header with { Values = values };
    }

    private static DecodeResult<PmdFrame> DecodeIntervals(PmdFrame header, LittleEndianReader reader)
    {
        if (reader.Rest.IsEmpty || reader.Rest.Length % PpiSample.Bytes != 0)
            return Refusal.TooShort;
        var intervals = new PpiSample[reader.Rest.Length / PpiSample.Bytes];
        for (var i = 0; i < intervals.Length; i++)
            intervals[i] = PpiSample.Read(ref reader);
        return header with { Intervals = intervals };
    }

    private static void WriteIntervals(PmdFrame frame, LittleEndianWriter writer)
    {
        foreach (var interval in frame.Intervals.Span)
            interval.Write(writer);
    }

    private static void WriteValues(PmdFrame frame, LittleEndianWriter writer)
    {
        var layout = PmdLayout.Of(frame.Type, frame.FrameType, frame.IsCompressed) ?? throw new ArgumentException(Unsupported.Reason, nameof(frame));
        var raw = frame.IsCompressed ? frame.Sample(0) : frame.Values.Span;
        foreach (var value in raw)
            writer.Unsigned((ulong)value, layout.ValueBytes);
        if (frame.IsCompressed)
            DeltaCodec.WriteDeltas(frame, writer);
    }
}
