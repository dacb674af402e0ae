using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Analysis.Tests.HeartRate;

public class HeartRateSpikeDetectorTests
{
    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Of_a_rate_that_keeps_still_a_rise_above_fourteen_bpm_within_half_a_minute_is_flagged(double rise, bool isFlagged)
        => Assert.Equal(isFlagged, IsFlagged(_ => 0, rise));

    [Theory]
    [InlineData(8, 8, false)]
    [InlineData(8, 10, true)]
    [InlineData(15, 15, false)]
    [InlineData(15, 18, true)]
    public void Of_a_rate_that_wanders_a_rise_is_flagged_that_with_its_wandering_is_twice_as_large_as_that(double wandersBy, double rise, bool isFlagged)
        => Assert.Equal(isFlagged, IsFlagged(t => (wandersBy / 2) * Math.Sin(Math.PI * t / 30), rise));

    [Fact]
    public void A_rise_spread_over_a_minute_is_not_sudden()
        => Assert.False(IsFlagged(t => Math.Clamp((t - 300) / 60.0, 0, 1) * 26, 0));

    [Fact]
    public void Nothing_is_flagged_before_two_and_a_half_minutes_are_known()
    {
        Assert.False(IsFlagged(_ => 0, 40, at: 110));
        Assert.True(IsFlagged(_ => 0, 40, at: 160));
    }

    private static bool IsFlagged(Func<int, double> wandering, double rise, int at = 600)
    {
        var detector = new HeartRateSpikeDetector();
        return Enumerable.Range(0, at + 60).Any(t => detector.Add(t, 90 + wandering(t) + (t >= at ? rise : 0)) is not null);
    }
}
