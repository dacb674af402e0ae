using PhysioEdge.TestKit;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.Codecs.Orphe;
using PhysioEdge.Wearables.Codecs.Polar;
using PhysioEdge.Wearables.Codecs.Uart;
using PhysioEdge.Wearables.InsoleProfiles;
using PhysioEdge.Wearables.Tests.InsoleProfiles;

namespace PhysioEdge.Wearables.Tests.Codecs;

/// <summary>Anything at all comes in over a radio.</summary>
public sealed class FuzzTests
{
    private const int InputsPerDecoder = 100_000;
    private const int LongestInput = 244;

    // The most that can come of a byte is eight differences of one bit, each a number of four bytes, in a list that doubles as it grows.
    private const int BytesAllocatedPerInputByte = 8 * 4 * 4;
    private const int BytesAllocatedAtLeast = 4096;

    private static readonly InsoleCodec Insole = new(Profiles.WithMotion);
    private static readonly InsoleCodec PackedInsole = new(Profiles.OfTwelveBits(cells: 16));
    private static readonly InsoleCodec CheckedInsole = new(Profiles.WithChecksum(ChecksumKind.Sum8, 0));

    private static readonly Dictionary<string, (Decoder Decode, byte[] Good)> Decoders = new()
    {
        ["heart rate"] = (static value => HeartRateMeasurement.Decode(value).IsDecoded, Hex.Bytes("1E 48 10 27 00 04 01 02")),
        ["running"] = (static value => RunningSpeedCadence.Decode(value).IsDecoded, Hex.Bytes("07 80 01 54 78 00 15 CD 5B 07")),
        ["running features"] = (static value => RunningSpeedCadenceFeaturesCodec.Decode(value).IsDecoded, Hex.Bytes("07 00")),
        ["oximetry"] = (static value => PulseOximetry.Decode(value).IsDecoded, Hex.Bytes("1F 61 00 3C 00 60 00 3D 00 61 00 3C 00 00 01 03 02 01 CE E2")),
        ["sfloat"] = (static value => Sfloat.Decode(value).IsDecoded, Hex.Bytes("61 00")),
        ["battery"] = (static value => BatteryLevel.Decode(value).IsDecoded, Hex.Bytes("32")),
        ["body location"] = (static value => BodySensorLocationCodec.Decode(value).IsDecoded, Hex.Bytes("01")),
        ["device information"] = (static value => DeviceInformationText.Decode(value).IsDecoded, "Größe 42"u8.ToArray()),
        ["polar raw"] = (static value => PmdFrameCodec.Decode(value).IsDecoded, Hex.Bytes("00 00 CA 9A 3B 00 00 00 00 00 01 00 00 FF FF FF")),
        ["polar deltas"] = (static value => PmdFrameCodec.Decode(value).IsDecoded, Hex.Bytes("02 00 CA 9A 3B 00 00 00 00 81 0A 00 14 00 1E 00 04 02 F1 72 08 03 01 1F 01")),
        ["polar intervals"] = (static value => PmdFrameCodec.Decode(value).IsDecoded, Hex.Bytes("03 00 CA 9A 3B 00 00 00 00 00 48 20 03 0A 00 06")),
        ["polar answer"] = (static value => PmdResponse.Decode(value).IsDecoded | PmdFeatures.Decode(value).IsDecoded, Hex.Bytes("F0 01 02 00 01 00 02 19 00 32 00")),
        ["polar command"] = (static value => PmdCommand.Decode(value).IsDecoded, Hex.Bytes("02 00 00 01 82 00 01 01 0E 00")),
        ["orphe"] = (static value => OrpheCodec.Decode(value).IsDecoded, [55, 0, 1, 23, 59, 59, 3, 231, .. new byte[96]]),
        ["described insole"] = (static value => Insole.Decode(value).IsDecoded, Hex.Bytes("A1 01 02  0A 0B 0C 0D 00 01 FF FF 80 00  0E 0F 10 FF 00 00 00 00 00 00  1A")),
        ["packed insole"] = (static value => PackedInsole.Decode(value).IsDecoded, new byte[28]),
        ["checked insole"] = (static value => CheckedInsole.Decode(value).IsDecoded, [.. "123456789"u8, 0xDD]),
    };

    private delegate bool Decoder(ReadOnlySpan<byte> value);

    public static TheoryData<string> Names => [.. Decoders.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_bytes_come_they_are_decoded_or_refused_in_little_memory(string name)
    {
        var (decode, good) = Decoders[name];
        var (random, buffer) = (new Random(name.Length), new byte[LongestInput]);
        var (decoded, refused, worst) = (0, 0, 0L);
        for (var i = 0; i < InputsPerDecoder; i++)
        {
            var input = i % 2 == 0 ? Noise(random, buffer) : Damage(random, good, buffer);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isDecoded = decode(input);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before - (input.Length * BytesAllocatedPerInputByte);
            if (allocated > BytesAllocatedAtLeast)
            {
                var again = input.ToArray();
                allocated = AllocatedBytes.Of(() => decode(again)) - (input.Length * BytesAllocatedPerInputByte);
            }

            worst = Math.Max(worst, allocated);
            (decoded, refused) = isDecoded ? (decoded + 1, refused) : (decoded, refused + 1);
        }

        Assert.True(decode(good));
        Assert.True(decoded > 0 && refused > 0, $"{decoded} decoded, {refused} refused");
        Assert.InRange(worst, long.MinValue, BytesAllocatedAtLeast);
    }

    [Fact]
    public void Whatever_pieces_come_over_a_uart_it_holds_one_packet_and_finds_the_next()
    {
        var (reassembler, whole) = (new UartReassembler(Profiles.WithMotion.Packet), 0);
        Action<ReadOnlySpan<byte>> take = packet => whole += packet.Length == Profiles.WithMotion.Packet.Bytes ? 1 : 0;
        var (random, buffer, good) = (new Random(1), new byte[LongestInput], Decoders["described insole"].Good);
        reassembler.Add(good, take);
        var allocated = AllocatedBytes.Of(() =>
        {
            for (var i = 0; i < InputsPerDecoder / 5; i++)
                reassembler.Add(i % 2 == 0 ? Noise(random, buffer) : Damage(random, good, buffer), take);
        });

        Assert.InRange(allocated, 0, BytesAllocatedAtLeast);
        var found = whole;
        for (var i = 0; i < 3; i++)
            reassembler.Add(good, take);
        Assert.True(whole >= found + 2);
    }

    private static ReadOnlySpan<byte> Noise(Random random, byte[] buffer)
    {
        var noise = buffer.AsSpan(0, random.Next(4) == 0 ? random.Next(LongestInput + 1) : random.Next(30, 40));
        random.NextBytes(noise);
        return noise;
    }

    /// <summary>A good value with some bits turned over, cut off or with something behind it.</summary>
    private static ReadOnlySpan<byte> Damage(Random random, byte[] good, byte[] buffer)
    {
        random.NextBytes(buffer.AsSpan(good.Length, 20));
        good.CopyTo(buffer, 0);
        for (var flips = random.Next(4); flips > 0; flips--)
            buffer[random.Next(good.Length)] ^= (byte)(1 << random.Next(8));
        return buffer.AsSpan(0, random.Next(3) switch { 0 => random.Next(good.Length + 1), 1 => good.Length, _ => good.Length + random.Next(20) });
    }
}
