using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public class WeightBearingDetectorTests
{
    private static readonly WeightBearingLimit Limit = new(Side.Left, 20, 80);

    [Fact]
    public void Only_the_step_of_that_leg_beyond_the_limit_is_told()
    {
        var found = new MadeUpWalk().Stand(1, 190).Walk(5, left: 180).Walk(1, left: 300).Walk(5, left: 180).Measure(limits: Limit);

        var warning = Assert.Single(found.Warnings);
        var load = Assert.Single(found.Loads, l => l.Exceeded);
        Assert.Equal((load.Side, load.Step), (warning.Side, warning.Step));
        Assert.Equal(300 / WeightBearingLimit.Gravity, load.PeakKilograms, 0.5);
        Assert.Equal(100 * load.PeakKilograms / 80, load.PercentOfBodyWeight!.Value, 9);
        Assert.All(found.Loads, l => Assert.Equal(Side.Left, l.Side));
        Assert.Equal(1, found.Walk.WeightBearing[0].StepsOver);
    }

    [Fact]
    public void The_limit_is_told_while_the_foot_is_still_on_the_floor()
    {
        var found = new MadeUpWalk().Stand(1, 190).Walk(5, left: 180).Walk(1, left: 220).Walk(5, left: 180).Measure(limits: Limit);

        var flag = Assert.Single(found.Alarms);
        var step = found.Steps.Single(s => s.Contact.Side == Side.Left && s.PeakNewtons > 200);
        Assert.Equal(flag.RaisedAt, Assert.Single(found.Warnings).At);
        Assert.InRange((flag.RaisedAt - step.Contact.InitialContact).TotalSeconds, 0, 0.2);
    }

    [Fact]
    public void The_steps_of_one_walk_are_one_problem_that_grows_and_ends()
    {
        var found = new MadeUpWalk().Stand(1, 190).Walk(30, left: 215).Walk(5, left: 260).Walk(15, left: 150).Measure(limits: Limit);

        Flag[] flags = [.. found.Flags.Where(f => f.Kind == "load.limit")];
        Assert.Single(flags.Select(f => f.Problem).Distinct());
        Assert.Equal(FlagPhase.New, flags[0].Phase);
        Assert.Equal(FlagPhase.End, flags[^1].Phase);
        Assert.All(flags[1..^1], f => Assert.Equal(FlagPhase.Update, f.Phase));
        Assert.InRange(flags.Length, 4, 6);
        Assert.Equal(FlagSeverity.Minor, flags[0].Severity);
        Assert.Contains(flags, f => f.Phase == FlagPhase.Update && f.Severity == FlagSeverity.Moderate);
        Assert.InRange(found.Warnings.Count, 34, 35);
        Assert.InRange(flags[^1].Evidence.Count, 34, 35);
        Assert.Contains("% of body weight", flags[^1].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_walk_is_another_problem()
    {
        var found = new MadeUpWalk().Stand(1, 90).Walk(5, left: 215).Stand(12, 90).Walk(5, left: 215).Measure(limits: Limit);

        Assert.Equal(2, found.Alarms.Count());
        Assert.Equal(2, found.Alarms.Select(f => f.Problem).Distinct().Count());
    }

    [Fact]
    public void An_insole_that_falls_silent_leaves_no_problem_open()
    {
        var found = new MadeUpWalk().Stand(1, 90).Walk(5, left: 215).Walk(15, left: 215).Measure(missing: (side, at) => side == Side.Left && at > 6.3, limits: Limit);

        Assert.InRange(Assert.Single(found.Flags, f => f is { Kind: "load.limit", Phase: FlagPhase.End }).RaisedAt.TotalSeconds, 13, 15);
    }

    [Fact]
    public void Standing_on_the_leg_is_told_once()
        => Assert.Single(new MadeUpWalk().Walk(5, left: 150).Stand(6, 300).Measure(limits: Limit).Warnings);

    [Fact]
    public void A_spike_of_two_samples_is_no_load()
    {
        var walk = new MadeUpWalk().Stand(1, 150).Walk(10, left: 150);
        walk.Add(Side.Left, 1 + 2.2 + 0.3, 1 + 2.2 + 0.319, 700);

        Assert.Empty(walk.Measure(limits: Limit).Warnings);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(90)]
    public void A_leg_that_only_touches_down_has_its_steps_and_its_limit(double newtons)
    {
        var touched = new MadeUpWalk().Stand(1, 20).Walk(20, left: newtons).Walk(1, left: 130).Walk(5, left: newtons).Measure(limits: Limit with { LimitKilograms = 10 });

        Assert.InRange(touched.Loads.Count, 25, 26);
        Assert.Single(touched.Loads, l => l.Exceeded);
        Assert.Single(touched.Alarms);
    }

    [Theory]
    [InlineData(4.31)]
    [InlineData(7.8)]
    [InlineData(11.05)]
    public void Cutting_the_stream_short_changes_nothing_before_the_cut(double cut)
    {
        var walk = new MadeUpWalk().Stand(1, 190).Walk(12, left: 215, scatter: 0.1);

        var (whole, part) = (walk.Measure(limits: Limit), walk.Measure(until: cut, limits: Limit));

        Assert.NotEmpty(part.Warnings);
        Assert.Equal(whole.Warnings.Where(w => w.At.TotalSeconds < cut), part.Warnings);
        Assert.Equal(whole.Flags.Where(f => f.RaisedAt.TotalSeconds < cut).Select(f => (f.Phase, f.RaisedAt, f.Explanation)), part.Flags.Select(f => (f.Phase, f.RaisedAt, f.Explanation)));
    }
}
