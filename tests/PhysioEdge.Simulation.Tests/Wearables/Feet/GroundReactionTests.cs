using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Wearables.Feet;

namespace PhysioEdge.Simulation.Tests.Wearables.Feet;

public class GroundReactionTests(ITestOutputHelper output)
{
    private const double Mass = 70;
    private const double Weight = Mass * 9.80665;

    [Fact]
    public void Standing_still_the_feet_share_the_weight()
    {
        var ground = Of(script => script.StandStill(3));

        Assert.Equal(Weight / 2, Force(ground, Side.Left, 1.5), 1.0);
        Assert.Equal(Weight / 2, Force(ground, Side.Right, 1.5), 1.0);
        Assert.InRange(ground.At(Side.Left, TimeSpan.FromSeconds(1.5)).X, -0.25, 0.15);
    }

    [Fact]
    public void A_squat_begins_lighter_is_heavier_in_the_depth_and_bears_the_weight_on_average()
    {
        var script = Script(s => s.StandStill(1).Repeat(ScriptedExercise.Squat, Side.Both, 1, new RepetitionPlan { RangeDegrees = 90 }).Rest(1));
        var ground = new GroundReaction(script, Mass);
        var squat = script.Repetitions[0];

        var down = Enumerable.Range(0, 100).Select(i => Total(ground, (squat.Start + (i / 100.0 * (squat.Peak - squat.Start))).TotalSeconds) / Weight).ToList();
        Assert.True(down.Take(50).Min() < 0.97);
        Assert.True(down.Skip(50).Max() > 1.03);
        Assert.True(down.IndexOf(down.Min()) < down.IndexOf(down.Max()));
        Assert.Equal(1, Mean(t => Total(ground, t), 0, script.Duration.TotalSeconds) / Weight, 0.01);
    }

    [Fact]
    public void On_one_leg_all_weight_is_on_it()
    {
        var script = Script(s => s.StandStill(1).Repeat(ScriptedExercise.SingleLegStance, Side.Left, new RepetitionPlan { RangeDegrees = 80, HoldSeconds = 3 }));
        var ground = new GroundReaction(script, Mass);
        var middle = script.Repetitions[0].Peak.TotalSeconds;

        Assert.Equal(0, Force(ground, Side.Right, middle));
        Assert.Equal(Weight, Force(ground, Side.Left, middle), 0.1 * Weight);
        Assert.Single(ground.ContactsOf(Side.Left));
        Assert.Equal(2, ground.ContactsOf(Side.Right).Count());
    }

    [Fact]
    public void The_stool_bears_most_of_who_sits_and_nothing_of_who_stands()
    {
        var script = Script(s => s.SitStill(2).Repeat(ScriptedExercise.SitToStand, Side.Both, 1, new RepetitionPlan { RangeDegrees = 85, HoldSeconds = 1 }).Rest(1));
        var ground = new GroundReaction(script, Mass);

        Assert.InRange(Total(ground, 1) / Weight, 0.08, 0.4);
        Assert.Equal(1, Total(ground, script.Repetitions[0].Peak.TotalSeconds) / Weight, 0.03);
        Assert.InRange(Total(ground, script.Duration.TotalSeconds - 0.2) / Weight, 0.08, 0.4);
    }

    [Fact]
    public void A_deep_squat_is_no_sitting_down()
    {
        var script = Script(s => s
            .SitStill(1)
            .Repeat(ScriptedExercise.SitToStand, Side.Both, 1, new RepetitionPlan { RangeDegrees = 85 })
            .StandStill(2)
            .Repeat(ScriptedExercise.Squat, Side.Both, 1, new RepetitionPlan { RangeDegrees = 112, HoldSeconds = 1 }));
        var ground = new GroundReaction(script, Mass);

        Assert.Equal(1, Total(ground, script.Repetitions[1].Peak.TotalSeconds) / Weight, 0.05);
    }

    [Fact]
    public void Walking_has_two_humps_in_each_stance_and_bears_the_weight_on_average()
    {
        var script = Script(s => s.StandStill(1).Walk(new WalkPlan(), new FloorPoint(8, 0)).StandStill(1));
        var ground = new GroundReaction(script, Mass);
        var step = script.Steps[6];
        var toeOff = script.Steps.First(s => s.Side == step.Side && s.ToeOff > step.InitialContact).ToeOff;
        double Stance(double part) => Force(ground, step.Side, step.InitialContact.TotalSeconds + (part * (toeOff - step.InitialContact).TotalSeconds)) / Weight;

        output.WriteLine(string.Join(' ', Enumerable.Range(0, 21).Select(i => $"{Stance(i / 20.0):F2}")));
        Assert.InRange(Enumerable.Range(5, 40).Max(i => Stance(i / 100.0)), 1.03, 1.25);
        Assert.InRange(Stance(0.5), 0.7, 0.92);
        Assert.InRange(Enumerable.Range(60, 30).Max(i => Stance(i / 100.0)), 1.03, 1.25);
        Assert.Equal(1, Mean(t => Total(ground, t), 0, script.Duration.TotalSeconds) / Weight, 0.02);
    }

    [Fact]
    public void A_foot_bears_something_from_its_planned_contact_to_its_planned_toe_off_and_nothing_else()
    {
        var script = Script(s => s.StandStill(1).Walk(new WalkPlan(), new FloorPoint(4, 1)).TurnTo(90).StandStill(1));
        var ground = new GroundReaction(script, Mass);

        Assert.All(script.Steps, step =>
        {
            Assert.Equal(0, Force(ground, step.Side, step.ToeOff.TotalSeconds + 0.001));
            Assert.Equal(0, Force(ground, step.Side, step.InitialContact.TotalSeconds - 0.001));
            Assert.True(Force(ground, step.Side, step.ToeOff.TotalSeconds - 0.012) > 20);
            Assert.True(Force(ground, step.Side, step.InitialContact.TotalSeconds + 0.012) > 20);
        });
    }

    [Fact]
    public void The_centre_of_pressure_goes_from_the_heel_to_the_toes()
    {
        var script = Script(s => s.StandStill(1).Walk(new WalkPlan(), new FloorPoint(5, 0)).StandStill(1));
        var ground = new GroundReaction(script, Mass);
        var (from, to) = ground.ContactsOf(Side.Left).ElementAt(2);
        var way = Enumerable.Range(0, 20).Select(i => ground.At(Side.Left, TimeSpan.FromSeconds(from + 0.005 + (i * (to - from - 0.01) / 19))).X).ToList();

        Assert.True(way[0] < -0.3);
        Assert.True(way[^1] > 0.3);
        Assert.All(way.Zip(way.Skip(1)), pair => Assert.True(pair.Second > pair.First - 0.02));
    }

    [Fact]
    public void A_limp_in_the_picture_is_a_limp_in_the_insoles()
    {
        var script = Script(s => s.StandStill(1).Walk(new WalkPlan { Limp = new Limp(Side.Left) }, new FloorPoint(8, 0)).StandStill(1));
        var ground = new GroundReaction(script, Mass);
        var left = Peaks(ground, Side.Left);
        var right = Peaks(ground, Side.Right);

        Assert.True(left.Seconds < 0.92 * right.Seconds);
        Assert.True(left.Newtons < 0.92 * right.Newtons);
        Assert.Equal(1, Mean(t => Total(ground, t), 0, script.Duration.TotalSeconds) / Weight, 0.03);
    }

    [Fact]
    public void Forces_have_no_jumps()
    {
        var script = Script(s => s
            .StandStill(1)
            .Walk(new WalkPlan(), new FloorPoint(1.5f, 0))
            .Repeat(ScriptedExercise.Squat, Side.Both, 1, new RepetitionPlan { RangeDegrees = 100 })
            .Repeat(ScriptedExercise.Marching, Side.Both, 4, new RepetitionPlan { RangeDegrees = 80 })
            .Repeat(ScriptedExercise.SitToStand, Side.Both, 2, new RepetitionPlan { RangeDegrees = 85 })
            .Repeat(ScriptedExercise.KneeExtension, Side.Left, 1, new RepetitionPlan { RangeDegrees = 70 })
            .StandStill(1));
        var ground = new GroundReaction(script, Mass);

        foreach (var side in new[] { Side.Left, Side.Right })
        {
            var before = Force(ground, side, 0);
            for (var t = 0.002; t < script.Duration.TotalSeconds; t += 0.002)
            {
                var now = Force(ground, side, t);
                Assert.True(Math.Abs(now - before) < 0.06 * Weight, $"{side} {t:F3} s: {before:F0} to {now:F0} N");
                Assert.InRange(now, 0, 1.5 * Weight);
                before = now;
            }
        }
    }

    private static (double Seconds, double Newtons) Peaks(GroundReaction ground, Side side)
    {
        var whole = ground.ContactsOf(side).Skip(2).SkipLast(2).ToList();
        return (
            whole.Average(c => c.ToSeconds - c.FromSeconds),
            whole.Average(c => Enumerable.Range(0, 60).Max(i => Force(ground, side, c.FromSeconds + (i * 0.012)))));
    }

    private static GroundReaction Of(Func<MotionScriptBuilder, MotionScriptBuilder> build) => new(Script(build), Mass);

    private static MotionScript Script(Func<MotionScriptBuilder, MotionScriptBuilder> build)
        => build(new MotionScriptBuilder(new BodySize(), seed: 3) { SwayDegrees = 0.5f }).Build();

    private static double Force(GroundReaction ground, Side side, double seconds) => ground.At(side, TimeSpan.FromSeconds(seconds)).Newtons;

    private static double Total(GroundReaction ground, double seconds) => Force(ground, Side.Left, seconds) + Force(ground, Side.Right, seconds);

    private static double Mean(Func<double, double> value, double from, double to)
        => Enumerable.Range(0, 2000).Average(i => value(from + ((i + 0.5) * (to - from) / 2000)));
}
