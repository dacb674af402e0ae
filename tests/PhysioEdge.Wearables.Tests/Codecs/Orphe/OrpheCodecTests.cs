using CsCheck;
using PhysioEdge.Wearables.Codecs.Orphe;

namespace PhysioEdge.Wearables.Tests.Codecs.Orphe;

public sealed class OrpheCodecTests
{
    private static readonly Gen<OrpheAxes> Axes = Gen.Select(Gen.Short, Gen.Short, Gen.Short, (x, y, z) => new OrpheAxes(x, y, z));

    private static readonly Gen<OrphePacket> Packets = Gen.Select(Gen.Enum<OrphePacketKind>(), Gen.UShort, Gen.Int[0, 86_399_999]).SelectMany((kind, serial, time) =>
        Gen.Select(Axes, Axes, Gen.UShort.Array[6], (rate, acceleration, pressure) => new OrpheSample
        {
            Orientation = kind is OrphePacketKind.Orientation or OrphePacketKind.Full ? new OrpheQuaternion(acceleration.X, rate.X, rate.Y, rate.Z) : null,
            AngularRate = rate,
            Acceleration = acceleration,
            Pressure = kind == OrphePacketKind.Orientation ? default : pressure,
        }).Array[kind == OrphePacketKind.Full ? 2 : 4].Select(samples => new OrphePacket
        {
            Kind = kind,
            Serial = serial,
            TimeOfDay = TimeSpan.FromMilliseconds(time),
            Samples = samples,
        }));

    [Fact]
    public void What_is_encoded_is_decoded_again_of_every_kind() => Packets.Sample(packet =>
    {
        var bytes = OrpheCodec.Encode(packet);
        var again = OrpheCodec.Decode(bytes).Value!;
        Assert.Equal((packet.Kind, packet.Serial, packet.TimeOfDay), (again.Kind, again.Serial, again.TimeOfDay));
        Assert.Equal(packet.Samples.Select(s => s with { Pressure = default }), again.Samples.Select(s => s with { Pressure = default }));
        Assert.Equal(packet.Samples.SelectMany(s => s.Pressure.ToArray()), again.Samples.SelectMany(s => s.Pressure.ToArray()));
        Assert.Equal(bytes, OrpheCodec.Encode(again));
    });

    [Fact]
    public void The_newest_sample_is_sent_first_and_the_oldest_given_first()
    {
        var bytes = new byte[OrpheCodec.PacketBytes];
        (bytes[0], bytes[2]) = (56, 7);
        (bytes[8 + 9], bytes[8 + 32 + 9]) = (2, 1);

        var packet = OrpheCodec.Decode(bytes).Value!;

        Assert.Equal(7, packet.Serial);
        Assert.Equal([1, 2], packet.Samples.Select(s => (int)s.AngularRate.X));
    }

    [Theory]
    [InlineData(0, 51, "header")]
    [InlineData(3, 24, "time of day")]
    [InlineData(4, 60, "time of day")]
    [InlineData(6, 4, "time of day")]
    public void A_packet_that_cannot_be_is_refused(int offset, byte value, string reason)
    {
        var bytes = new byte[OrpheCodec.PacketBytes];
        bytes[0] = 55;
        bytes[offset] = value;

        Assert.Contains(reason, OrpheCodec.Decode(bytes).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "too short")]
    [InlineData(103, "too short")]
    [InlineData(105, "too long")]
    public void A_packet_of_another_length_is_refused(int length, string reason)
        => Assert.Contains(reason, OrpheCodec.Decode(new byte[length]).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Readings_have_the_units_of_the_sensor_and_its_ranges()
    {
        Assert.Equal(1, OrpheScale.Default.AccelerationG(2048), 9);
        Assert.Equal(70, OrpheScale.Default.AngularRateDegreesPerSecond(1000), 9);
        Assert.Equal(-8.75, new OrpheScale(2, 250).AngularRateDegreesPerSecond(-1000), 9);
    }

    [Fact]
    public void Times_run_on_over_midnight()
    {
        var clock = new OrpheClock();
        var packet = new OrphePacket { Kind = OrphePacketKind.Pressure, Serial = 0, TimeOfDay = new TimeSpan(0, 23, 59, 59, 990), Samples = new OrpheSample[4] };

        var before = clock.OldestSampleAt(packet);
        var after = clock.OldestSampleAt(packet with { TimeOfDay = TimeSpan.FromMilliseconds(10) });

        Assert.Equal(new TimeSpan(0, 23, 59, 59, 975), before);
        Assert.Equal(TimeSpan.FromMilliseconds(20), after - before);
    }
}
