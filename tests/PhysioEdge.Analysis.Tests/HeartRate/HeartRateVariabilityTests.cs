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

    private static Beat[] Beats(Func<int, double> intervalMs, int count = 375)
        => [.. Rhythm.Classify([.. Enumerable.Range(0, count).Select(intervalMs)])];
}
