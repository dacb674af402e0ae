using CsCheck;
using PhysioEdge.Wearables.Codecs.Polar;

namespace PhysioEdge.Wearables.Tests.Codecs.Polar;

public sealed class PmdFrameCodecTests
{
    private const string Time = "00 CA 9A 3B 00 00 00 00";

    private static readonly (PmdMeasurementType Type, byte FrameType, bool IsCompressed, int Channels, int Bits)[] Kinds =
    [
        (PmdMeasurementType.Ecg, 0, false, 1, 24), (PmdMeasurementType.Ecg, 0, true, 1, 24),
        (PmdMeasurementType.Acc, 0, false, 3, 8), (PmdMeasurementType.Acc, 1, false, 3, 16), (PmdMeasurementType.Acc, 2, false, 3, 24),
        (PmdMeasurementType.Acc, 0, true, 3, 16), (PmdMeasurementType.Acc, 1, true, 3, 16),
        (PmdMeasurementType.Ppg, 0, true, 4, 24), (PmdMeasurementType.Gyro, 0, true, 3, 16), (PmdMeasurementType.Mag, 0, true, 3, 16),
    ];

    private static readonly Gen<PmdFrame> Frames = Gen.Select(Gen.Int[0, Kinds.Length - 1].Select(i => Kinds[i]), Gen.ULong, Gen.Int[1, 600], Gen.Int[1, 24]).SelectMany((kind, time, samples, bits) =>
    {
        var largest = (1 << (Math.Min(bits, kind.Bits) - 1)) - 1;
        return Gen.Int[-largest - 1, largest].Array[samples * kind.Channels].Select(values => new PmdFrame
        {
            Type = kind.Type,
            FrameType = kind.FrameType,
            IsCompressed = kind.IsCompressed,
            Channels = kind.Channels,
            TimestampNanoseconds = time,
            Values = values,
        });
    });

    [Fact]
    public void Raw_samples_are_signed_and_little_endian()
    {
        var frame = Decoded($"00 {Time} 00  01 00 00  FF FF FF  00 00 80");

        Assert.Equal((PmdMeasurementType.Ecg, 1_000_000_000UL, 3), (frame.Type, frame.TimestampNanoseconds, frame.SampleCount));
        Assert.Equal([1, -1, -8388608], frame.Values.ToArray());
    }

    [Fact]
    public void Differences_add_up_from_the_reference_over_several_runs()
    {
        // 4 bits each, lowest first: +1 −1 +2, then +7 −8 0; another run with 3 bits: −1 +3 −4.
        var frame = Decoded($"02 {Time} 81  0A 00 14 00 1E 00  04 02 F1 72 08  03 01 1F 01");

        Assert.Equal([10, 20, 30, 11, 19, 32, 18, 11, 32, 17, 14, 28], frame.Values.ToArray());
        Assert.Equal((4, 2), frame.FirstDeltas);
        Assert.Equal([18, 11, 32], frame.Sample(2).ToArray());
    }

    [Fact]
    public void A_frame_that_was_cut_off_keeps_the_samples_that_are_whole_and_their_times()
    {
        var frame = Decoded($"02 {Time} 81  0A 00 14 00 1E 00  04 0A F1 72 08");

        Assert.Equal((3, 8), (frame.SampleCount, frame.MissingSamples));
        Assert.Equal(TimeSpan.FromMilliseconds(200), frame.AgeOf(0, 50));
        Assert.Equal(TimeSpan.FromMilliseconds(160), frame.AgeOf(2, 50));
    }

    [Fact]
    public void The_time_is_that_of_the_last_sample()
    {
        var frame = Decoded($"00 {Time} 00  01 00 00  02 00 00");

        Assert.Equal(TimeSpan.Zero, frame.AgeOf(1, 130));
        Assert.Equal(1 / 130.0, frame.AgeOf(0, 130).TotalSeconds, 6);
    }

    [Fact]
    public void Intervals_say_whether_they_are_to_be_used()
    {
        var intervals = Decoded($"03 {Time} 00  48 20 03 0A 00 06  00 20 03 0A 00 05  00 20 03 0A 00 00  00 20 03 0A 00 04").Intervals.ToArray();

        Assert.Equal(new PpiSample(72, 800, 10, false, true, true), intervals[0]);
        Assert.Equal([true, false, true, false], intervals.Select(i => i.IsUsable));
    }

    [Theory]
    [InlineData("", "too short")]
    [InlineData("00 00 CA 9A 3B 00 00 00 00", "too short")]
    [InlineData($"00 {Time} 00", "too short")]
    [InlineData($"00 {Time} 00 01 00 00 02", "too short")]
    [InlineData($"02 {Time} 01 01 00 02 00", "too short")]
    [InlineData($"03 {Time} 00 48 20 03 0A 00", "too short")]
    [InlineData($"02 {Time} 81 0A 00 14 00 1E", "too short")]
    [InlineData($"02 {Time} 81 0A 00 14 00 1E 00 04", "too short")]
    [InlineData($"02 {Time} 81 0A 00 14 00 1E 00 04 02 F1", "too short")]
    [InlineData($"02 {Time} 81 0A 00 14 00 1E 00 00 02", "32 bits")]
    [InlineData($"02 {Time} 81 0A 00 14 00 1E 00 21 01 00 00 00 00 00 00 00 00 00 00 00 00 00", "32 bits")]
    [InlineData($"00 {Time} 80 01 00 00 20 01 FF FF FF 7F", "add up")]
    [InlineData($"00 {Time} 03 01 00 00", "not supported")]
    [InlineData($"03 {Time} 80 48 20 03 0A 00 06", "not supported")]
    [InlineData($"7F {Time} 00 01 00 00", "not supported")]
    public void What_is_malformed_is_refused(string hex, string reason)
        => Assert.Contains(reason, PmdFrameCodec.Decode(Hex.Bytes(hex)).Refusal, StringComparison.Ordinal);

    [Fact]
    public void What_is_encoded_is_decoded_again_of_any_width_and_length() => Frames.Sample(frame =>
    {
        var bytes = PmdFrameCodec.Encode(frame);
        var again = PmdFrameCodec.Decode(bytes).Value!;
        Assert.Equal(frame.Values.ToArray(), again.Values.ToArray());
        Assert.Equal((frame.TimestampNanoseconds, 0), (again.TimestampNanoseconds, again.MissingSamples));
        Assert.Equal(bytes, PmdFrameCodec.Encode(again));
    }, iter: 300);

    [Fact]
    public void Intervals_that_are_encoded_are_decoded_again()
        => Gen.Select(Gen.Byte, Gen.UShort, Gen.UShort, Gen.Bool, Gen.Bool, Gen.Bool, (rate, interval, error, blocked, contact, canTell) =>
            new PpiSample(rate, interval, error, blocked, contact, canTell)).Array[1, 20].Sample(intervals =>
        {
            var frame = new PmdFrame { Type = PmdMeasurementType.Ppi, TimestampNanoseconds = 0, Intervals = intervals };
            Assert.Equal(intervals, PmdFrameCodec.Decode(PmdFrameCodec.Encode(frame)).Value!.Intervals.ToArray());
        });

    [Fact]
    public void Slow_signals_are_sent_in_few_bits()
    {
        var values = Enumerable.Range(0, 60).SelectMany(i => (int[])[1000 + (i % 2), -500, 30]).ToArray();
        var frame = new PmdFrame { Type = PmdMeasurementType.Acc, FrameType = 1, IsCompressed = true, Channels = 3, TimestampNanoseconds = 1, Values = values };

        Assert.True(PmdFrameCodec.Encode(frame).Length < 10 + 6 + 2 + (59 * 3 * 2 / 8) + 2);
    }

    private static PmdFrame Decoded(string hex)
    {
        var result = PmdFrameCodec.Decode(Hex.Bytes(hex));
        Assert.Null(result.Refusal);
        return result.Value!;
    }
}
