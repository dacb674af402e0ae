using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.HeartRate;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Simulation.Wearables.Feet;

namespace PhysioEdge.Simulation.Tests.Wearables;

/// <summary>What the wearables of the default session lead to, with a limit of 85 kg on the right leg and one of 92 bpm.</summary>
public class SimulatedPatientTests
{
    [Fact]
    public void Coming_back_in_a_hurry_three_steps_of_the_right_foot_are_too_heavy_and_no_other_is()
    {
        var script = SimulatedPatient.Scene().Patient.Script;
        var ground = new GroundReaction(script, 72);
        var walk = new InsoleWalk(ContactCriterion.PressureCells, [new WeightBearingLimit(Side.Right, 85, 72)]);
        var flags = new List<Flag>();
        for (var t = TimeSpan.Zero; t < script.Duration; t += TimeSpan.FromMilliseconds(10))
        {
            foreach (var side in new[] { Side.Left, Side.Right })
                flags.AddRange(walk.Add(side, t, new FootLoad(ground.At(side, t).Newtons, double.NaN, double.NaN)).Flags);
        }

        Assert.Equal([("load.limit", FlagPhase.New), ("load.limit", FlagPhase.End)], flags.Select(f => (f.Kind, f.Phase)));
        Assert.Equal(3, walk.WeightBearing[0].StepsOver);
        Assert.InRange(flags[0].RaisedAt.TotalSeconds, 150, 160);
    }

    [Fact]
    public void The_heart_beats_too_fast_from_the_squats_on_until_the_patient_has_rested()
    {
        var scene = SimulatedPatient.Scene();
        var heart = SimulatedWearables.For(scene.Patient.Script, Insoles.Options).Heart;
        var monitor = new HeartRateMonitor(null, 92);
        var flags = new List<Flag>();
        for (var t = 0; t < scene.Patient.Script.Duration.TotalSeconds; t++)
            monitor.Add(TimeSpan.FromSeconds(t), heart.BeatsPerMinuteAt(TimeSpan.FromSeconds(t)), flags);

        Assert.All(flags, flag => Assert.Equal("heart-rate.limit", flag.Kind));
        Assert.Equal((FlagPhase.New, FlagPhase.End), (flags[0].Phase, flags[^1].Phase));
        Assert.Single(flags, flag => flag.Phase == FlagPhase.New);
        Assert.InRange(flags[0].RaisedAt.TotalSeconds, 25, 45);
    }
}
