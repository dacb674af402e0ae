using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.TestKit;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public class InsoleWalkTests
{
    [Fact]
    public void Standing_is_told_from_walking()
    {
        var found = new MadeUpWalk().Stand(4).Walk(10).Stand(5).Walk(10).Measure();

        Assert.Equal(2, found.Standing.Count);
        Assert.Equal(4, found.Standing[0].Seconds, 0.9);
        Assert.Equal(5, found.Standing[1].Seconds, 0.9);
    }

    [Fact]
    public void Resting_feet_on_the_floor_in_a_chair_is_no_standing()
        => Assert.DoesNotContain(new MadeUpWalk().Stand(10, 60).Stand(1).Walk(5).Stand(10, 60).Measure().Standing, p => p.Seconds > 2);

    [Fact]
    public void The_cadence_runs_with_the_steps_and_stops_with_them()
    {
        Assert.Equal(120 / 1.1, new MadeUpWalk().Stand(1).Walk(15).Measure().Walk.CadenceStepsPerMinute!.Value, 0.5);
        Assert.Equal(120 / 1.1, new MadeUpWalk().Stand(1).Walk(15).Measure(missing: (side, _) => side == Side.Left).Walk.CadenceStepsPerMinute!.Value, 0.5);
        Assert.Null(new MadeUpWalk().Walk(15).Stand(5).Measure().Walk.CadenceStepsPerMinute);
    }

    [Theory]
    [InlineData(Side.Left)]
    [InlineData(Side.Right)]
    public void An_insole_that_falls_silent_is_no_limp(Side side)
    {
        var found = new MadeUpWalk().Walk(60, scatter: 0.03).Walk(60, scatter: 0.03).Measure(missing: (s, at) => s == side && at is > 70 and < 90);

        Assert.Empty(found.Flags);
        Assert.Equal(FootWear.Worn, found.Walk.WearOf(side));
    }

    [Fact]
    public void A_silent_insole_is_said_to_be_silent_and_its_foot_pauses_the_symmetry()
    {
        var found = new MadeUpWalk().Walk(40).Measure(missing: (s, at) => s == Side.Left && at > 30);

        Assert.Equal((FootWear.Silent, FootWear.Worn), (found.Walk.WearOf(Side.Left), found.Walk.WearOf(Side.Right)));
        Assert.All(found.SteadyStrides, s => Assert.True(s.KnownAt.TotalSeconds < 31.1));
    }

    [Fact]
    public void An_insole_that_was_taken_out_is_no_limp()
    {
        var walk = new MadeUpWalk().Walk(60, scatter: 0.03).Walk(20, left: 1, scatter: 0.03);
        for (var i = 0; i < 5; i++)
            walk.Add(Side.Left, walk.Seconds - 4 + i, walk.Seconds - 3.6 + i, 300);

        var found = walk.Walk(40, left: 600, scatter: 0.03).Measure();

        Assert.Empty(found.Flags);
    }

    [Fact]
    public void A_foot_that_bears_nothing_while_the_other_walks_is_said_to()
        => Assert.Equal(FootWear.Unloaded, new MadeUpWalk().Walk(20).Walk(15, left: 1).Measure().Walk.WearOf(Side.Left));

    [Fact]
    public void Who_sits_still_has_both_insoles_on()
        => Assert.Equal(FootWear.Worn, new MadeUpWalk().Walk(20).Stand(30, 0).Measure().Walk.WearOf(Side.Left));

    [Theory]
    [InlineData(9.13)]
    [InlineData(31.02)]
    [InlineData(66.4)]
    public void Cutting_the_stream_short_changes_nothing_before_the_cut(double cut)
    {
        var walk = new MadeUpWalk().Stand(3).Walk(18, scatter: 0.05).Stand(2.4).Walk(25, scatter: 0.05).Walk(30, right: 600, scatter: 0.05);

        var (whole, part) = (walk.Measure(), walk.Measure(until: cut));

        Assert.Equal(whole.Steps.Where(s => s.KnownAt.TotalSeconds < cut), part.Steps);
        Assert.Equal(whole.Standing.Take(part.Standing.Count), part.Standing);
        Assert.Equal(whole.Turns.Take(part.Turns.Count), part.Turns);
        Assert.Equal(whole.SteadyStrides.Take(part.SteadyStrides.Count), part.SteadyStrides);
        Assert.Equal(whole.Flags.Where(f => f.RaisedAt.TotalSeconds < cut).Select(f => (f.Phase, f.RaisedAt)), part.Flags.Select(f => (f.Phase, f.RaisedAt)));
    }

    [Fact]
    public void No_sample_takes_memory()
    {
        var made = new MadeUpWalk().Stand(1).Walk(20);
        var walk = new InsoleWalk(ContactCriterion.PressureCells, [new WeightBearingLimit(Side.Left, 200, 80)]);
        double[] forces = [.. Enumerable.Range(0, 2000).Select(i => made.ForceAt(Side.Left, i / 100.0))];
        Feed(0, 1000);

        // From the middle of a stance on: no step ends in it.
        Assert.Equal(0, AllocatedBytes.Of(() => Feed(1000, 1030)));

        void Feed(int from, int to)
        {
            for (var i = from; i < to; i++)
                walk.Add(Side.Left, TimeSpan.FromMilliseconds(10 * i), new FootLoad(forces[i], double.NaN, double.NaN), new FootMotion(System.Numerics.Vector3.UnitZ, default));
        }
    }
}
