namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public class AsymmetryDetectorTests
{
    [Fact]
    public void A_leg_that_is_spared_from_some_time_on_is_told_within_15_s()
    {
        var (_, flags) = new InsoleWalk().Walk(60, scatter: 0.03).Walk(30, right: 720, scatter: 0.03).Measure();

        var flag = Assert.Single(flags, f => f.Kind == "asymmetry.load");
        Assert.InRange(flag.RaisedAt.TotalSeconds, 66, 81);
        Assert.InRange(flag.OnsetAt.TotalSeconds, 60, flag.RaisedAt.TotalSeconds);
        Assert.Contains("load", flag.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limp_is_told_within_15_s()
    {
        var (_, flags) = new InsoleWalk().Walk(60, scatter: 0.03).Walk(30, step: 0.48, scatter: 0.03).Measure();

        Assert.InRange(Assert.Single(flags, f => f.Kind == "asymmetry.timing").RaisedAt.TotalSeconds, 66, 81);
    }

    [Fact]
    public void Who_limped_from_the_beginning_raises_no_alarm()
        => Assert.Empty(new InsoleWalk().Walk(150, right: 650, step: 0.45, scatter: 0.05).Measure().Flags);

    [Fact]
    public void Stops_and_starts_raise_no_alarm()
    {
        var walk = new InsoleWalk();
        for (var i = 0; i < 8; i++)
            walk.Walk(15 + i, scatter: 0.03).Stand(2.5);

        Assert.Empty(walk.Measure().Flags);
    }

    [Fact]
    public void A_few_odd_steps_raise_no_alarm()
    {
        var (_, flags) = new InsoleWalk().Walk(60, scatter: 0.03).Walk(2, right: 500).Walk(40, scatter: 0.03).Walk(2, step: 0.4).Walk(40, scatter: 0.03).Measure();

        Assert.Empty(flags);
    }

    [Fact]
    public void A_short_walk_has_no_baseline_and_no_alarm()
        => Assert.Empty(new InsoleWalk().Walk(10).Walk(15, right: 500).Measure().Flags);
}
