using CsCheck;
using PhysioEdge.Wearables.Codecs.Uart;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Wearables.Tests.InsoleProfiles;

public sealed class InsoleCodecTests
{
    [Fact]
    public void What_the_profile_says_is_what_is_read()
    {
        var packet = new InsoleCodec(Profiles.WithMotion).Decode(Hex.Bytes("A1 01 02  0A 0B 0C 0D 00 01 FF FF 80 00  0E 0F 10 FF 00 00 00 00 00 00  1A")).Value!;

        Assert.Equal(0x0102u, packet.Counter);
        Assert.Equal([1, 1.25, 1.5, 61.25], packet.Samples[0].Pressure.ToArray());
        Assert.Equal([0, 0.25, 0.5, 0.75], packet.Samples[1].Pressure.ToArray());
        Assert.Equal(new Axes(0.5, -0.5, -16384), packet.Samples[1].Acceleration);
        Assert.Null(packet.Samples[1].AngularRate);
    }

    [Theory]
    [InlineData(23, 0xA1, 0x1A, "too short")]
    [InlineData(25, 0xA1, 0x1A, "too long")]
    [InlineData(24, 0xA2, 0x1A, "markers")]
    [InlineData(24, 0xA1, 0x1B, "markers")]
    public void What_is_not_of_that_make_is_refused(int length, byte first, byte last, string reason)
    {
        var bytes = new byte[length];
        (bytes[0], bytes[^1]) = (first, last);

        Assert.Contains(reason, new InsoleCodec(Profiles.WithMotion).Decode(bytes).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WireType.U8, "FF", 255)]
    [InlineData(WireType.I8, "FF", -1)]
    [InlineData(WireType.U16, "FE FF", 65534)]
    [InlineData(WireType.I16, "FE FF", -2)]
    [InlineData(WireType.U24, "01 00 80", 8388609)]
    [InlineData(WireType.I24, "01 00 80", -8388607)]
    [InlineData(WireType.U32, "FF FF FF FF", 4294967295)]
    [InlineData(WireType.I32, "01 00 00 80", -2147483647)]
    [InlineData(WireType.F32, "00 00 C0 BF", -1.5)]
    public void Numbers_of_every_type_are_exact_both_ways(WireType type, string hex, double value)
    {
        var codec = new InsoleCodec(Profiles.Of(type) with { Packet = new PacketShape(4 + WireNumber.SizeOf(type), default, default) });
        byte[] bytes = [7, 0, 0, 0, .. Hex.Bytes(hex)];

        var packet = codec.Decode(bytes).Value!;

        Assert.Equal(value, packet.Samples[0].Pressure.Span[0]);
        Assert.Equal(bytes, codec.Encode(packet));
    }

    [Theory]
    [InlineData(false, "21 43 65 87 09")]
    [InlineData(true, "32 16 54 98 70")]
    public void Numbers_of_twelve_bits_share_bytes_in_either_order(bool isBigEndian, string hex)
    {
        var codec = new InsoleCodec(Profiles.OfTwelveBits(cells: 3) with { IsBigEndian = isBigEndian });
        byte[] bytes = [0, 0, 0, 0, .. Hex.Bytes(hex)];

        var packet = codec.Decode(bytes).Value!;

        Assert.Equal([0x321, 0x654, 0x987], packet.Samples[0].Pressure.ToArray());
        Assert.Equal(bytes, codec.Encode(packet));
    }

    [Fact]
    public void A_reading_beyond_twelve_bits_is_saturated_and_spoils_no_other()
    {
        foreach (var isBigEndian in (bool[])[false, true])
        {
            var codec = new InsoleCodec(Profiles.OfTwelveBits(cells: 4) with { IsBigEndian = isBigEndian });
            var packet = new InsolePacket(1, [new InsoleSample { Pressure = (double[])[5000, 7, -3, 4095] }]);

            Assert.Equal([4095, 7, 0, 4095], codec.Decode(codec.Encode(packet)).Value!.Samples[0].Pressure.ToArray());
        }
    }

    [Theory]
    [InlineData(ChecksumKind.Sum8, 0, "DD")]
    [InlineData(ChecksumKind.Xor8, 0, "31")]
    [InlineData(ChecksumKind.Sum8, 1, "DE")]
    [InlineData(ChecksumKind.Crc16Ccitt, 0xFFFF, "29 B1")]
    [InlineData(ChecksumKind.Crc16Ccitt, 0, "31 C3")]
    public void The_checksums_are_those_that_are_published_for_the_digits_one_to_nine(ChecksumKind kind, int initial, string checksum)
    {
        var codec = new InsoleCodec(Profiles.WithChecksum(kind, (ushort)initial));
        byte[] bytes = [.. "123456789"u8, .. Hex.Bytes(checksum)];

        Assert.Equal(bytes, codec.Encode(codec.Decode(bytes).Value!));
    }

    [Theory]
    [InlineData(ChecksumKind.Sum8)]
    [InlineData(ChecksumKind.Xor8)]
    [InlineData(ChecksumKind.Crc16Ccitt)]
    public void A_packet_with_a_bit_turned_over_is_refused(ChecksumKind kind)
    {
        var codec = new InsoleCodec(Profiles.WithChecksum(kind, 0));
        var bytes = codec.Encode(new InsolePacket(7, [new InsoleSample { Pressure = new double[] { 1, 2, 3, 4, 5 } }]));

        for (var bit = 0; bit < 8 * bytes.Length; bit++)
        {
            var damaged = bytes.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Contains("checksum", codec.Decode(damaged).Refusal, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("00 00 C0 7F")]
    [InlineData("00 00 80 FF")]
    public void A_reading_that_is_no_finite_number_is_refused(string hex)
    {
        var codec = new InsoleCodec(Profiles.Of(WireType.F32) with { Packet = new PacketShape(8, default, default) });

        Assert.Contains("finite", codec.Decode([0, 0, 0, 0, .. Hex.Bytes(hex)]).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_sent_is_read_again_to_half_a_step()
    {
        var codec = new InsoleCodec(Profiles.WithMotion);
        var samples = Gen.Select(Gen.Double[0, 60].Array[4], Gen.Double[-200, 200].Array[3], (pressure, axes) =>
            new InsoleSample { Pressure = pressure, Acceleration = new Axes(axes[0], axes[1], axes[2]) });
        Gen.Select(Gen.UShort, samples.Array[2]).Sample((counter, sent) =>
        {
            var bytes = codec.Encode(new InsolePacket(counter, sent));
            var packet = codec.Decode(bytes).Value!;
            Assert.Equal(counter, packet.Counter);
            Assert.All(packet.Samples.Zip(sent), pair =>
            {
                Assert.All(pair.First.Pressure.ToArray().Zip(pair.Second.Pressure.ToArray()), p => Assert.Equal(p.Second, p.First, 0.1251));
                Assert.Equal(pair.Second.Acceleration!.Value.Z, pair.First.Acceleration!.Value.Z, 0.2501);
            });
            Assert.Equal(bytes, codec.Encode(packet));
        });
    }

    [Fact]
    public void A_load_beyond_the_sensor_is_sent_as_the_most_it_can_say()
    {
        var codec = new InsoleCodec(Profiles.WithMotion);
        var packet = new InsolePacket(0, [.. Enumerable.Repeat(new InsoleSample { Pressure = (double[])[1000, -5, 0, 0] }, 2)]);

        Assert.Equal([61.25, -2.5, 0, 0], codec.Decode(codec.Encode(packet)).Value!.Samples[0].Pressure.ToArray());
    }

    [Fact]
    public void A_packet_of_another_make_is_not_sent()
        => Assert.Throws<ArgumentException>(() => new InsoleCodec(Profiles.WithMotion).Encode(new InsolePacket(0, [new InsoleSample { Pressure = new double[4] }])));
}
