using System.Numerics;

namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>
/// Delta compression: a reference sample, then runs of differences, each run with a byte for their width in bits and a byte for the
/// number of samples, and the differences packed from the lowest bit on, two's complement, channel after channel.
/// </summary>
internal static class DeltaCodec
{
    private const int RunHeaderBytes = 2;
    private const int WidestBits = 32;

    public static DecodeResult<PmdFrame> Decode(PmdFrame header, PmdLayout layout, ReadOnlySpan<byte> content)
    {
        if (content.Length < layout.SampleBytes)
            return Refusal.TooShort;
        var values = new List<int>(content.Length);
        for (var channel = 0; channel < layout.Channels; channel++)
            values.Add(layout.ReadValue(content[(channel * layout.ValueBytes)..]));

        (int Bits, int Samples)? first = null;
        var missing = 0;
        for (var rest = content[layout.SampleBytes..]; !rest.IsEmpty;)
        {
            if (rest.Length < RunHeaderBytes)
                return Refusal.TooShort;
            var (bits, samples) = (rest[0], rest[1]);
            if (bits is 0 or > WidestBits)
                return new Refusal("differences of no or more than 32 bits");
            var packed = rest.Slice(RunHeaderBytes, Math.Min(BytesFor(bits * samples * layout.Channels), rest.Length - RunHeaderBytes));
            var whole = Math.Min(samples, packed.Length * 8 / (bits * layout.Channels));
            if (whole == 0 && samples > 0)
                return Refusal.TooShort;
            if (!TryAdd(new BitReader(packed), bits, whole * layout.Channels, layout.Channels, values))
                return new Refusal("differences that add up to more than 32 bits");
            first ??= (bits, samples);
            missing += samples - whole;
            rest = rest[(RunHeaderBytes + packed.Length)..];
        }

        return header with { Values = values.ToArray(), FirstDeltas = first, MissingSamples = missing };
    }

    /// <summary>Writes all samples after the first, in as few runs as there can be, each as narrow as its differences allow.</summary>
    public static void WriteDeltas(PmdFrame frame, LittleEndianWriter writer)
    {
        var values = frame.Values.Span;
        for (var sample = 1; sample < frame.SampleCount; sample += byte.MaxValue)
        {
            var count = Math.Min(byte.MaxValue, frame.SampleCount - sample);
            var bits = 1;
            for (var i = sample * frame.Channels; i < (sample + count) * frame.Channels; i++)
                bits = Math.Max(bits, WidthOf((long)values[i] - values[i - frame.Channels]));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, WidestBits);
            writer.UInt8((byte)bits);
            writer.UInt8((byte)count);
            var packer = new BitWriter(BytesFor(bits * count * frame.Channels));
            for (var i = sample * frame.Channels; i < (sample + count) * frame.Channels; i++)
                packer.Write(values[i] - values[i - frame.Channels], bits);
            writer.Bytes(packer.Bytes);
        }
    }

    private static bool TryAdd(BitReader reader, int bits, int count, int channels, List<int> values)
    {
        for (var i = 0; i < count; i++)
        {
            var value = (long)values[^channels] + reader.Signed(bits);
            if (value is < int.MinValue or > int.MaxValue)
                return false;
            values.Add((int)value);
        }

        return true;
    }

    private static int BytesFor(int bits) => (bits + 7) / 8;

    // One bit more than the magnitude needs, for the sign.
    private static int WidthOf(long difference) => 65 - BitOperations.LeadingZeroCount((ulong)(difference < 0 ? ~difference : difference));
}
