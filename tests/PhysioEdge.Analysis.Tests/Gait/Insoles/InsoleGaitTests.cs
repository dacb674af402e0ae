using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.TestKit;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public class InsoleGaitTests
{
    [Theory]
    [InlineData(900)]
    [InlineData(250)]
    public void Every_step_is_found_and_none_besides_for_heavy_and_light_wearers(double newtons)
    {
        var (steps, _) = new MadeUpWalk().Stand(3, newtons / 2).Walk(20, newtons, newtons).Stand(3, newtons / 2).Measure();

        Assert.InRange(steps.Count(s => s.Contact.Side == Side.Left), 19, 20);
        Assert.InRange(steps.Count(s => s.Contact.Side == Side.Right), 19, 20);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Events_are_where_the_force_passes_20_N_whatever_the_rate(double rateHz)
    {
        var (steps, _) = new MadeUpWalk { RateHz = rateHz }.Stand(1).Walk(10).Measure();

        var step = steps.First(s => s.Contact.Side == Side.Left && s.Contact.InitialContact.TotalSeconds > 4);
        var begun = 1 + (1.1 * Math.Round((step.Contact.InitialContact.TotalSeconds - 1) / 1.1));
        Assert.Equal(begun, step.Contact.InitialContact.TotalSeconds, 0.012);
        Assert.Equal(0.66, step.Contact.StanceSeconds, 0.02);
        Assert.Equal(900, step.PeakNewtons, 30.0);
        Assert.Equal(step.ImpulseNewtonSeconds, step.MeanNewtons * step.Contact.StanceSeconds, 6);
    }

    [Fact]
    public void A_bounce_of_a_foot_in_the_air_is_no_step()
    {
        var walk = new MadeUpWalk().Stand(1).Walk(10);
        for (var i = 2; i < 8; i++)
            walk.Add(Side.Left, 1 + (1.1 * i) + 0.87, 1 + (1.1 * i) + 0.91, 200);

        var (steps, _) = walk.Measure();

        Assert.InRange(steps.Count(s => s.Contact.Side == Side.Left), 9, 10);
        Assert.All(steps.Skip(2), s => Assert.InRange(s.Contact.StanceSeconds, 0.6, 0.7));
    }

    [Fact]
    public void Shifting_weight_while_standing_is_no_step()
    {
        var walk = new MadeUpWalk().Stand(8).Add(Side.Left, 2, 4, 200).Add(Side.Right, 4, 6, 200);

        Assert.Empty(walk.Measure().Steps);
    }

    [Fact]
    public void Setting_a_foot_down_beside_the_other_is_no_step()
    {
        var walk = new MadeUpWalk().Walk(0).Add(Side.Right, -1, 10, 900).Add(Side.Left, 2, 4, 400).Add(Side.Left, 6, 12, 400);

        Assert.DoesNotContain(walk.Walk(10).Measure().Steps, s => s.Contact.InitialContact.TotalSeconds < 3 && s.Contact.InitialContact.TotalSeconds > 1.5);
    }

    [Fact]
    public void A_leg_that_bears_little_has_its_steps_too()
    {
        var (steps, _) = new MadeUpWalk().Stand(2).Walk(20, right: 120).Measure();

        Assert.InRange(steps.Count(s => s.Contact.Side == Side.Right), 19, 20);
    }

    [Fact]
    public void A_shoe_that_presses_on_the_foot_does_not_hide_the_swing()
    {
        var (steps, _) = new MadeUpWalk { UnloadedNewtons = 35 }.Stand(1).Walk(20).Measure();

        Assert.InRange(steps.Count, 38, 40);
    }

    [Fact]
    public void A_foot_that_starts_late_is_measured_from_then_on()
    {
        var (steps, _) = new MadeUpWalk().Stand(1).Walk(20).Measure(missing: (side, at) => side == Side.Left && at < 10);

        Assert.InRange(steps.Count(s => s.Contact.Side == Side.Right), 19, 20);
        Assert.InRange(steps.Count(s => s.Contact.Side == Side.Left), 10, 12);
    }

    [Fact]
    public void One_insole_alone_counts_the_steps_of_its_foot()
    {
        var (steps, _) = new MadeUpWalk().Stand(1).Walk(20).Measure(missing: (side, _) => side == Side.Right);

        Assert.InRange(steps.Count, 19, 20);
        Assert.All(steps, s => Assert.Equal(Side.Left, s.Contact.Side));
    }

    [Fact]
    public void Single_lost_samples_cost_no_step_but_a_long_gap_does_not_make_one_up()
    {
        var (steps, _) = new MadeUpWalk().Stand(1).Walk(20).Measure(missing: (_, at) => (int)(at * 100) % 17 == 0 || at is > 10 and < 12);

        Assert.InRange(steps.Count, 33, 37);
        Assert.All(steps, s => Assert.InRange(s.Contact.StanceSeconds, 0.6, 0.8));
    }

    [Theory]
    [InlineData(7.3)]
    [InlineData(9.05)]
    [InlineData(12.42)]
    public void Cutting_the_stream_short_changes_no_step_before_the_cut(double cut)
    {
        var walk = new MadeUpWalk().Stand(1).Walk(20, scatter: 0.05);

        var whole = walk.Measure().Steps.Where(s => s.KnownAt.TotalSeconds < cut);

        Assert.Equal(whole, walk.Measure(until: cut).Steps);
        Assert.All(walk.Measure().Steps, s => Assert.InRange((s.KnownAt - s.Contact.ToeOff).TotalSeconds, 0, 0.3));
    }

    [Fact]
    public void Pressure_cells_land_and_leave_at_a_share_of_the_wearers_peak()
    {
        var forces = new MadeUpWalk().Stand(1).Walk(10).Measure().Steps;

        var pressures = new MadeUpWalk().Stand(1).Walk(10).Measure(ContactCriterion.PressureCells).Steps;

        Assert.Equal(forces.Count, pressures.Count);
        Assert.All(forces.Zip(pressures).Skip(2), pair => Assert.InRange((pair.First.Contact.ToeOff - pair.Second.Contact.ToeOff).TotalSeconds, -0.006, 0.015));
    }

    [Fact]
    public void No_sample_takes_memory()
    {
        var walk = new MadeUpWalk().Stand(1).Walk(20);
        var gait = new InsoleGait(ContactCriterion.PressureCells);
        double[] forces = [.. Enumerable.Range(0, 2000).Select(i => walk.ForceAt(Side.Left, i / 100.0))];
        Feed(0, 1000);
        var from = 1000;

        Assert.Equal(0, AllocatedBytes.Of(() => Feed(from, from += 200)));

        void Feed(int from, int to)
        {
            for (var i = from; i < to; i++)
                gait.Add(Side.Left, TimeSpan.FromMilliseconds(10 * i), new FootLoad(forces[i], double.NaN, double.NaN), out _);
        }
    }
}
