using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public class AsymmetryDetectorTests
{
    [Fact]
    public void A_leg_that_is_spared_from_some_time_on_is_told_within_15_s()
    {
        var (_, flags) = new MadeUpWalk().Walk(60, scatter: 0.03).Walk(30, right: 720, scatter: 0.03).Measure();

        var flag = Assert.Single(flags, f => f.Kind == "asymmetry.load" && f.Phase == FlagPhase.New);
        Assert.InRange(flag.RaisedAt.TotalSeconds, 66, 81);
        Assert.InRange(flag.OnsetAt.TotalSeconds, 60, flag.RaisedAt.TotalSeconds);
        Assert.Contains("load", flag.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limp_is_told_within_15_s()
    {
        var (_, flags) = new MadeUpWalk().Walk(60, scatter: 0.03).Walk(30, step: 0.48, scatter: 0.03).Measure();

        Assert.InRange(Assert.Single(flags, f => f.Kind == "asymmetry.timing" && f.Phase == FlagPhase.New).RaisedAt.TotalSeconds, 66, 81);
    }

    [Fact]
    public void Who_limped_from_the_beginning_raises_no_alarm()
        => Assert.Empty(new MadeUpWalk().Walk(150, right: 650, step: 0.45, scatter: 0.05).Measure().Flags);

    [Fact]
    public void Stops_and_starts_raise_no_alarm()
    {
        var walk = new MadeUpWalk();
        for (var i = 0; i < 8; i++)
            walk.Walk(15 + i, scatter: 0.03).Stand(2.5);

        Assert.Empty(walk.Measure().Flags);
    }

    [Fact]
    public void A_few_odd_steps_raise_no_alarm()
    {
        var (_, flags) = new MadeUpWalk().Walk(60, scatter: 0.03).Walk(2, right: 500).Walk(40, scatter: 0.03).Walk(2, step: 0.4).Walk(40, scatter: 0.03).Measure();

        Assert.Empty(flags);
    }

    [Fact]
    public void A_short_walk_has_no_baseline_and_no_alarm()
        => Assert.Empty(new MadeUpWalk().Walk(10).Walk(15, right: 500).Measure().Flags);

    [Fact]
    public void A_load_that_becomes_much_worse_is_told_again_and_more_gravely()
    {
        var (_, flags) = new MadeUpWalk().Walk(60, scatter: 0.03).Walk(30, right: 780, scatter: 0.03).Walk(30, right: 600, scatter: 0.03).Measure();

        var load = flags.Where(f => f.Kind == "asymmetry.load").ToArray();
        Assert.Equal([FlagPhase.New, FlagPhase.Update], load.Select(f => f.Phase).Take(2));
        Assert.Equal([FlagSeverity.Minor, FlagSeverity.Moderate], load.Select(f => f.Severity).Take(2));
        Assert.InRange(load.Length, 3, 5);
        Assert.Single(load.Select(f => f.Problem).Distinct());
        Assert.Equal(Side.Left, load[^1].Side);
    }

    [Fact]
    public void Who_is_back_to_usual_has_no_problem_any_more_and_a_relapse_is_another()
    {
        var (_, flags) = new MadeUpWalk().Walk(60, scatter: 0.03).Walk(25, right: 700, scatter: 0.03).Walk(40, scatter: 0.03).Walk(30, right: 700, scatter: 0.03).Measure();

        var load = flags.Where(f => f.Kind == "asymmetry.load" && f.Phase != FlagPhase.Update).ToArray();
        Assert.Equal([FlagPhase.New, FlagPhase.End, FlagPhase.New, FlagPhase.End], load.Select(f => f.Phase));
        Assert.Equal(load[0].Problem, load[1].Problem);
        Assert.NotEqual(load[0].Problem, load[2].Problem);
        Assert.InRange(load[1].RaisedAt.TotalSeconds, 1.1 * 85, 1.1 * 105);
        Assert.InRange(load[2].OnsetAt.TotalSeconds, 1.1 * 124, 1.1 * 130);
    }

    [Fact]
    public void A_change_that_comes_and_goes_within_a_problem_does_not_end_it()
    {
        var walk = new MadeUpWalk().Walk(60, scatter: 0.03).Walk(20, right: 700, scatter: 0.03);
        for (var i = 0; i < 5; i++)
            walk.Walk(4, scatter: 0.03).Walk(4, right: 700, scatter: 0.03);

        Assert.Equal(walk.Seconds + 0.39, Assert.Single(walk.Measure().Flags, f => f is { Kind: "asymmetry.load", Phase: FlagPhase.End }).RaisedAt.TotalSeconds, 0.03);
    }
}
