using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Wearables.Tests.InsoleProfiles;

public sealed class InsoleClockTests
{
    [Theory]
    [InlineData(CounterUnit.Packets, 20)]
    [InlineData(CounterUnit.Samples, 10)]
    [InlineData(CounterUnit.Milliseconds, 1)]
    [InlineData(CounterUnit.Microseconds, 0.001)]
    public void Lost_packets_leave_a_gap_and_the_end_of_the_counter_none(CounterUnit unit, double millisecondsPerCount)
    {
        var clock = new InsoleClock(Profiles.WithMotion with { Counter = new CounterField(1, WireType.U16, unit) });

        uint[] counters = [65530, 65531, 65535, 2];
        var times = counters.Select(c => clock.OldestSampleAt(new InsolePacket(c, [])).TotalMilliseconds / millisecondsPerCount);

        Assert.All(times.Zip((double[])[0, 1, 5, 8]), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }
}
