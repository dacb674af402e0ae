using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Analysis.Tests.HeartRate;

public class HeartRateVariabilityTests
{
    [Fact]
    public void Intervals_that_alternate_by_forty_milliseconds_have_that_rmssd()
    {
        var measured = HeartRateVariability.Of(Beats(i => i % 2 == 0 ? 780 : 820));

        Assert.Equal((20, 40), (Math.Round(measured!.Value.SdnnMs), Math.Round(measured.Value.RmssdMs)));
    }

    [Fact]
    public void Single_artefacts_do_not_change_it()
    {
        var measured = HeartRateVariability.Of(Beats(i => i == 100 ? 1600 : i % 2 == 0 ? 780 : 820));

        Assert.Equal(40, measured!.Value.RmssdMs, 0.5);
    }

    [Fact]
    public void Many_premature_beats_leave_it_unknown()
        => Assert.Null(HeartRateVariability.Of(Beats(i => (i % 10) switch { 0 => 500, 1 => 1100, _ => 800 })));

    [Fact]
    public void Too_short_a_recording_leaves_it_unknown()
        => Assert.Null(HeartRateVariability.Of(Beats(i => 800, count: 100)));

    [Theory]
    [InlineData(20, true)]
    [InlineData(18, false)]
    public void It_is_known_as_long_as_one_beat_in_twenty_at_most_is_an_artefact(int every, bool isKnown)
        => Assert.Equal(isKnown, HeartRateVariability.Of(Beats(i => i % every == every - 1 ? 1200 : 800)) is not null);

    [Theory]
    [InlineData(340, true)]
    [InlineData(335, false)]
    public void Normal_beats_must_fill_nine_tenths_of_the_five_minutes(int beats, bool isKnown)
        => Assert.Equal(isKnown, HeartRateVariability.Of(Beats(_ => 800, beats)) is not null);

    [Fact]
    public void The_difference_across_an_artefact_does_not_count()
    {
        var measured = HeartRateVariability.Of(Beats(i => i == 200 ? 1600 : i < 200 ? 780 : 820));

        Assert.Equal(0, measured!.Value.RmssdMs, 1e-6);
    }

    [Fact]
    public void A_session_without_a_whole_five_minutes_has_none_and_a_bad_five_minutes_are_left_out()
    {
        Assert.Null(Rhythm.Watch(Rhythm.Steady(75, seconds: 280)).Monitor.Variability);

        var badFirst = Enumerable.Range(0, 375).Select(i => i % 4 == 0 ? 500.0 : 820);
        var good = Enumerable.Range(0, 420).Select(i => i % 2 == 0 ? 780.0 : 820);
        Assert.Equal(40, Rhythm.Watch(badFirst.Concat(good)).Monitor.Variability!.Value.RmssdMs, 1.0);
    }

    [Fact]
    public void A_flood_of_absurd_intervals_leaves_it_unknown()
    {
        var intervals = Enumerable.Range(0, 400).SelectMany(i => Enumerable.Repeat(0.0, 50).Prepend(i % 2 == 0 ? 780.0 : 820));

        Assert.Null(Rhythm.Watch(intervals).Monitor.Variability);
    }

    private static Beat[] Beats(Func<int, double> intervalMs, int count = 375)
        => [.. Rhythm.Classify([.. Enumerable.Range(0, count).Select(intervalMs)])];
}
