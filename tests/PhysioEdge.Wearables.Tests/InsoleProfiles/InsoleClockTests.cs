using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Wearables.Tests.InsoleProfiles;

public sealed class InsoleClockTests
{
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(CounterUnit.Packets, 1)]
    [InlineData(CounterUnit.Samples, 2)]
    [InlineData(CounterUnit.Milliseconds, 20)]
    [InlineData(CounterUnit.Microseconds, 20_000)]
    public void Lost_packets_leave_a_gap_and_the_end_of_the_counter_none(CounterUnit unit, uint countsPerPacket)
    {
        var clock = ClockOf(unit, WireType.U24);

        int[] packets = [0, 1, 5, 8];
        var times = packets.Select(p => OldestSampleAt(clock, Packet((16_777_215 + ((uint)p * countsPerPacket)) & 0xFFFFFF), ArrivalOf(p)));

        // A packet of two samples at 100 Hz is complete 10 ms after its oldest one.
        Assert.All(times.Zip(packets), pair => Assert.Equal((20 * pair.Second) - 10, (pair.First - Start).TotalMilliseconds, 1e-3));
    }

    [Fact]
    public void A_packet_that_came_late_does_not_move_its_samples()
    {
        var clock = ClockOf(CounterUnit.Packets, WireType.U16);
        OldestSampleAt(clock, Packet(7), ArrivalOf(0));

        Assert.Equal(10, (OldestSampleAt(clock, Packet(8), ArrivalOf(1) + TimeSpan.FromMilliseconds(80)) - Start).TotalMilliseconds, 1e-3);
    }

    [Theory]
    [InlineData(750)]
    [InlineData(0)]
    public void After_a_reconnect_the_time_is_right_whether_the_insole_counted_on_or_began_anew(int firstCount)
    {
        var clock = ClockOf(CounterUnit.Packets, WireType.U16);
        for (var packet = 0; packet < 500; packet++)
            OldestSampleAt(clock, Packet((uint)packet), ArrivalOf(packet));
        clock.BeginEpoch();

        Assert.Equal(14_990, (OldestSampleAt(clock, Packet((uint)firstCount), ArrivalOf(750)) - Start).TotalMilliseconds, 0.5);
    }

    private static TimeSpan OldestSampleAt(InsoleClock clock, InsolePacket packet, TimeSpan arrivedAt) => clock.OldestSampleAt(clock.Arrived(packet, arrivedAt));

    private static InsoleClock ClockOf(CounterUnit unit, WireType type) => new(Profiles.WithMotion with { Counter = new CounterField(1, type, unit) });

    private static InsolePacket Packet(uint counter) => new(counter, []);

    private static TimeSpan ArrivalOf(int packet) => Start + TimeSpan.FromMilliseconds(20 * packet);
}
