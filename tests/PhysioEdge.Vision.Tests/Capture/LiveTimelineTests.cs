using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class LiveTimelineTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.MinValue.AddDays(1));
    private readonly LiveTimeline _timeline;

    public LiveTimelineTests() => _timeline = new(_time, TimeSpan.FromSeconds(5));

    [Fact]
    public void Between_pictures_the_intervals_of_the_camera_count_and_not_the_arrivals()
    {
        Assert.Equal(1.0, Arrives(at: 1.0, presentation: 7.0));
        Assert.Equal(1.1, Arrives(at: 1.3, presentation: 7.1));
        Assert.Equal(1.2, Arrives(at: 1.31, presentation: 7.2));
    }

    [Fact]
    public void No_picture_was_taken_later_than_it_arrived()
    {
        Arrives(at: 1.0, presentation: 0.0);

        Assert.Equal(1.2, Arrives(at: 1.2, presentation: 0.5));
        Assert.Equal(1.5, Arrives(at: 1.9, presentation: 0.8));
    }

    [Fact]
    public void A_burst_at_the_start_keeps_its_order()
    {
        var times = Enumerable.Range(0, 10).Select(i => Arrives(at: 1.0, presentation: i * 0.1)).ToList();

        Assert.Equal(times.Distinct().Order(), times);
    }

    [Fact]
    public void A_picture_with_the_time_of_the_one_before_comes_after_it()
    {
        var first = Arrives(at: 1.0, presentation: 0.0);

        Assert.True(Arrives(at: 1.1, presentation: 0.0) > first);
    }

    [Fact]
    public void A_camera_clock_that_jumps_back_is_set_anew()
    {
        Arrives(at: 100.0, presentation: 100.0);

        Assert.Equal(101.0, Arrives(at: 101.0, presentation: 3.0));
        Assert.Equal(101.5, Arrives(at: 101.6, presentation: 3.5));
    }

    [Fact]
    public void A_camera_clock_that_jumps_ahead_is_set_anew()
    {
        Arrives(at: 1.0, presentation: 0.0);

        Assert.Equal(1.1, Arrives(at: 1.1, presentation: 5000));
    }

    private double Arrives(double at, double presentation)
    {
        _time.Advance(TimeSpan.FromSeconds(at) - _time.GetElapsedTime(_time.Start.Ticks));
        return (_timeline.CapturedAt(TimeSpan.FromSeconds(presentation)) - _time.GetElapsedTime(0, _time.Start.Ticks)).TotalSeconds;
    }
}
