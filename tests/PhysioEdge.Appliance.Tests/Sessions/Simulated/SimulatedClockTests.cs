using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Appliance.Sessions.Simulated;

namespace PhysioEdge.Appliance.Tests.Sessions.Simulated;

public sealed class SimulatedClockTests
{
    private readonly FakeTimeProvider _box = new();

    [Fact]
    public void From_picture_to_picture_it_runs_at_its_speed_and_waits_for_one_that_is_late()
    {
        var clock = new SimulatedClock(_box, speed: 2);
        clock.AdvanceTo(Milliseconds(40));
        Assert.Equal(Milliseconds(0), clock.Now);
        _box.Advance(Milliseconds(10));
        Assert.Equal(Milliseconds(20), clock.Now);
        _box.Advance(Milliseconds(500));
        Assert.Equal(Milliseconds(40), clock.Now);
    }

    [Fact]
    public void A_picture_that_is_early_moves_it_to_where_the_one_before_was()
    {
        var clock = new SimulatedClock(_box);
        clock.AdvanceTo(Milliseconds(40));
        clock.AdvanceTo(Milliseconds(80));
        Assert.Equal(Milliseconds(40), clock.Now);
    }

    [Fact]
    public void Without_a_speed_it_goes_from_picture_to_picture_at_once_and_never_back()
    {
        var clock = new SimulatedClock(_box, speed: null);
        clock.AdvanceTo(Milliseconds(40));
        clock.AdvanceTo(Milliseconds(20));
        Assert.Equal(Milliseconds(40), clock.Now);
        Assert.Equal(Milliseconds(40), clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task What_waits_for_a_time_goes_on_when_it_has_come()
    {
        var clock = new SimulatedClock(_box);
        var waiting = clock.WaitUntilAsync(Milliseconds(30), TestContext.Current.CancellationToken);
        clock.AdvanceTo(Milliseconds(40));
        Assert.False(waiting.IsCompleted);
        while (!waiting.IsCompleted)
        {
            _box.Advance(Milliseconds(5));
            await Task.Yield();
        }

        Assert.True(clock.Now >= Milliseconds(30));
    }

    private static TimeSpan Milliseconds(double value) => TimeSpan.FromMilliseconds(value);
}
