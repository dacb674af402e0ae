using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Appliance.Tests.Sessions.Wearables;

public sealed class WearerPipelineTests
{
    private static readonly CarePlan Plan = new()
    {
        Patient = "pt-7f3a",
        Version = 1,
        Exercises = [],
        BodyMassKilograms = 72,
    };

    [Fact]
    public void Steps_of_the_insoles_come_when_the_figure_in_the_picture_steps()
    {
        var script = Walk();
        var worn = new Worn(script, Plan).Play();

        var settled = worn.Steps.Where(s => s.Contact.InitialContact > TimeSpan.FromSeconds(2)).ToList();
        Assert.InRange(settled.Count, 10, script.Steps.Count);
        Assert.All(settled, step =>
        {
            var truth = script.Steps.Where(s => s.Side == step.Contact.Side).MinBy(s => (s.InitialContact - step.Contact.InitialContact).Duration())!;
            Assert.Equal(0, (step.Contact.InitialContact - truth.InitialContact).TotalMilliseconds, 20.0);
        });
    }

    [Fact]
    public void A_leg_that_bears_more_than_is_prescribed_is_told_in_that_very_step()
    {
        var worn = new Worn(Walk(), Plan with { WeightBearing = new PrescribedWeightBearing(PrescribedSide.Right, 30) }).Play();

        Assert.NotEmpty(worn.Warnings);
        Assert.All(worn.Warnings, w => Assert.Equal(Side.Right, w.Side));
        var first = worn.Flags.First(f => f.Kind == "load.limit");
        Assert.Equal((FlagPhase.New, Side.Right), (first.Phase, first.Side));
        Assert.Single(worn.Flags, f => f is { Kind: "load.limit", Phase: FlagPhase.New });
    }

    [Fact]
    public void A_limp_in_the_picture_is_an_asymmetry_of_the_insoles_beyond_the_plans_limit()
    {
        var plan = Plan with { AsymmetryLimitPercent = 8 };

        Assert.Contains(new Worn(Walk(new Limp(Side.Right, 0.5f)), plan).Play().Flags, f => f is { Kind: "asymmetry.limit", Side: Side.Left });
        Assert.DoesNotContain(new Worn(Walk(), plan).Play().Flags, f => f.Kind == "asymmetry.limit");
    }

    [Fact]
    public void An_insole_that_falls_silent_is_no_limp()
    {
        var worn = new Worn(Walk(), Plan with { AsymmetryLimitPercent = 5 }).Play(n => n.Device == "left" && n.ArrivedAt > TimeSpan.FromSeconds(8));

        Assert.DoesNotContain(worn.Flags, f => f.Kind.StartsWith("asymmetry", StringComparison.Ordinal));
    }

    [Fact]
    public void A_heart_that_works_harder_than_allowed_is_flagged()
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 2).StandStill(20)
            .Repeat(ScriptedExercise.Squat, Side.Both, 20, new RepetitionPlan { RangeDegrees = 100, PauseSeconds = 0 })
            .Build();
        var worn = new Worn(script, Plan with { HeartRate = new PrescribedHeartRate { LimitBpm = 85, Age = 60 } }).Play();

        var flag = worn.Flags.First(f => f.Kind == "heart-rate.limit");
        Assert.True(flag.RaisedAt > TimeSpan.FromSeconds(20));
        Assert.Equal(85, flag.Measure.Limit);
    }

    [Fact]
    public void Cutting_the_stream_short_changes_nothing_before_the_cut()
    {
        var whole = new Worn(Walk(new Limp(Side.Right, 0.5f)), Plan with { AsymmetryLimitPercent = 8 }).Play();
        var cut = TimeSpan.FromSeconds(12);
        var part = new Worn(Walk(new Limp(Side.Right, 0.5f)), Plan with { AsymmetryLimitPercent = 8 }).Play(n => n.ArrivedAt > cut);

        Assert.Equal(whole.Steps.Where(s => s.KnownAt < cut - TimeSpan.FromSeconds(0.2)), part.Steps.Where(s => s.KnownAt < cut - TimeSpan.FromSeconds(0.2)));
    }

    [Fact]
    public void In_the_default_session_heavy_steps_and_a_racing_heart_are_all_that_is_flagged()
    {
        var plan = CarePlanFiles.Read(Path.Combine(Repository.Root, "device-config", "careplans", "pt-demo.json"));
        var worn = new Worn(SimulatedPatient.Scene().Patient.Script, plan).Play();

        Assert.Equal(["heart-rate.limit", "load.limit"], worn.Flags.Where(f => f.Phase == FlagPhase.New).Select(f => f.Kind));
        Assert.Equal(["heart-rate.limit", "load.limit"], worn.Flags.Where(f => f.Phase == FlagPhase.End).Select(f => f.Kind));
    }

    private static MotionScript Walk(Limp? limp = null) => new MotionScriptBuilder(new BodySize(), seed: 2) { SwayDegrees = 0.5f }
        .StandStill(1)
        .Walk(new WalkPlan { SpeedMetresPerSecond = 0.9f, Limp = limp }, new FloorPoint(24, 0))
        .StandStill(2)
        .Build();
}
