using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Simulation.Wearables.Feet;
using PhysioEdge.Simulation.Wearables.Heart;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Simulation.Tests.Wearables;

public class SimulatedWearablesTests
{
    private static readonly MotionScript Walking = new MotionScriptBuilder(new BodySize(), seed: 1) { SwayDegrees = 0.5f }
        .StandStill(1)
        .Walk(new WalkPlan(), new FloorPoint(5, 0))
        .StandStill(2)
        .Build();

    [Fact]
    public void The_same_patient_sends_the_same_bytes()
    {
        var (first, second) = (Of(Insoles.Options), Of(Insoles.Options));

        Assert.Equal(first.Select(n => (n.At, n.Address, Convert.ToHexString(n.Value))), second.Select(n => (n.At, n.Address, Convert.ToHexString(n.Value))));
    }

    [Fact]
    public void Notifications_come_in_the_order_of_time()
    {
        var times = Of(Insoles.Options).Select(n => n.At).ToList();

        Assert.Equal(times.Order(), times);
    }

    [Theory]
    [InlineData(SimulatedWearables.LeftInsoleAddress, Side.Left)]
    [InlineData(SimulatedWearables.RightInsoleAddress, Side.Right)]
    public void An_insole_reads_the_force_that_is_true_at_the_time_of_the_sample(string address, Side side)
    {
        var perfect = new InsoleFaults { NoiseNewtonsPerSquareCentimetre = 0 };
        var options = Insoles.Options with { LeftInsole = perfect, RightInsole = perfect };
        var truth = new GroundReaction(Walking, options.MassKilograms);
        var samples = Packets(Of(options), address).SelectMany(p => p.Samples).ToList();

        Assert.InRange(samples.Count, (int)(100 * Walking.Duration.TotalSeconds) - 2, (int)(100 * Walking.Duration.TotalSeconds) + 1);
        for (var i = 0; i < samples.Count; i++)
        {
            var force = truth.At(side, TimeSpan.FromSeconds(i / 100.0));
            var (newtons, x) = Summed(samples[i]);
            Assert.Equal(force.Newtons, newtons, 2.0);
            if (force.Newtons > 100)
                Assert.Equal(Math.Clamp(force.X, -0.39, 0.35), x, 0.02);
        }
    }

    [Fact]
    public void A_foot_in_the_air_presses_with_less_than_touches()
    {
        var truth = new GroundReaction(Walking, 72);
        var samples = Packets(Of(Insoles.Options with { LeftInsole = new InsoleFaults() }), SimulatedWearables.LeftInsoleAddress).SelectMany(p => p.Samples).ToList();
        var inTheAir = samples.Where((_, i) => truth.At(Side.Left, TimeSpan.FromSeconds(i / 100.0)).Newtons == 0).ToList();

        Assert.NotEmpty(inTheAir);
        Assert.All(inTheAir, sample => Assert.InRange(Summed(sample).Newtons, 0, 10));
    }

    [Fact]
    public void Lost_packets_leave_gaps_in_the_counter_and_change_nothing_else()
    {
        var whole = Packets(Of(Insoles.Options), SimulatedWearables.LeftInsoleAddress).ToDictionary(p => p.Counter);
        var lossy = Packets(Of(Insoles.Options with { LeftInsole = Insoles.Options.LeftInsole with { LostShare = 0.1 } }), SimulatedWearables.LeftInsoleAddress).ToList();

        Assert.InRange(lossy.Count, 0.8 * whole.Count, 0.98 * whole.Count);
        Assert.All(lossy, packet => Assert.Equal(Summed(whole[packet.Counter].Samples[0]), Summed(packet.Samples[0])));
    }

    [Fact]
    public void A_fast_crystal_sends_more_samples_than_its_rate()
    {
        var script = new MotionScriptBuilder(new BodySize()).StandStill(5).Build();
        var fast = Insoles.Options with { AtEnd = ScriptEnd.Again, LeftInsole = new InsoleFaults { CrystalPartsPerMillion = 5000 } };

        var inTime = SimulatedWearables.For(script, fast).Notifications().TakeWhile(n => n.At < TimeSpan.FromSeconds(60));

        Assert.InRange(inTime.Count(n => n.Address == SimulatedWearables.LeftInsoleAddress), 3013, 3017);
    }

    [Fact]
    public void After_the_script_the_figure_stands_there_and_its_heart_calms_down()
    {
        var script = new MotionScriptBuilder(new BodySize()).Repeat(ScriptedExercise.Squat, Side.Both, 8, new RepetitionPlan { RangeDegrees = 100 }).Build();
        var wearables = SimulatedWearables.For(script, Insoles.Options with { AtEnd = ScriptEnd.Rest });
        var later = script.Duration + TimeSpan.FromSeconds(60);
        var last = wearables.Notifications().TakeWhile(n => n.At < later).Last(n => n.Address == SimulatedWearables.LeftInsoleAddress);

        Assert.Equal(36 * 9.81, Summed(Packets([last], SimulatedWearables.LeftInsoleAddress).Single().Samples[1]).Newtons, 5.0);
        Assert.True(wearables.Heart.BeatsPerMinuteAt(script.Duration) > 90);
        Assert.InRange(wearables.Heart.BeatsPerMinuteAt(later), 72, 80);
    }

    [Fact]
    public void The_sensor_on_a_foot_at_rest_reads_gravity_upwards()
    {
        var sample = Packets(Of(Insoles.Options), SimulatedWearables.RightInsoleAddress).First().Samples[0];

        Assert.Equal(9.81, sample.Acceleration!.Value.Z, 0.2);
        Assert.Equal(0, sample.AngularRate!.Value.Y, 2.0);
    }

    [Fact]
    public void The_watch_sends_each_second_and_its_intervals_add_up_to_the_time()
    {
        var script = new MotionScriptBuilder(new BodySize()).StandStill(60).Build();
        var sent = SimulatedWearables.For(script, Insoles.Options).Notifications().Where(n => n.Address == SimulatedWearables.WatchAddress).ToList();
        var measurements = sent.ConvertAll(n => Decoded(HeartRateMeasurement.Decode(n.Value)));

        Assert.Equal(Enumerable.Range(1, 60).Select(i => TimeSpan.FromSeconds(i)), sent.Select(n => n.At));
        Assert.Equal(60, measurements.Sum(m => m.RrIntervals.Span.ToArray().Sum(rr => rr / 1024.0)), 1.0);
        Assert.All(measurements.Skip(10), m => Assert.InRange(m.BeatsPerMinute, 69, 76));
        Assert.All(measurements, m => Assert.True(m.ContactDetected));
    }

    [Fact]
    public void An_early_beat_has_a_pause_after_it()
    {
        var script = new MotionScriptBuilder(new BodySize()).StandStill(120).Build();
        var options = Insoles.Options with { Heart = new HeartOptions { PrematureShare = 0.05, BreathingMilliseconds = 0 } };
        var intervals = SimulatedWearables.For(script, options).Notifications()
            .Where(n => n.Address == SimulatedWearables.WatchAddress)
            .SelectMany(n => Decoded(HeartRateMeasurement.Decode(n.Value)).RrIntervals.Span.ToArray())
            .ToList();
        var early = intervals.FindAll(rr => rr < 600).Count;

        Assert.InRange(early, 2, 16);
        Assert.All(intervals.Zip(intervals.Skip(1)).Where(pair => pair.First < 600), pair => Assert.True(pair.Second > 1000));
    }

    private static List<SimulatedNotification> Of(WearableOptions options) => [.. SimulatedWearables.For(Walking, options).Notifications()];

    private static IEnumerable<InsolePacket> Packets(IEnumerable<SimulatedNotification> sent, string address)
    {
        var codec = new InsoleCodec(Insoles.Profile);
        return sent.Where(n => n.Address == address).Select(n => Decoded(codec.Decode(n.Value)));
    }

    private static (double Newtons, double X) Summed(InsoleSample sample)
    {
        var cells = Insoles.Profile.Sizes["42"];
        var forces = sample.Pressure.ToArray().Select((p, i) => p * cells[i].AreaSquareCentimetres).ToList();
        var sum = forces.Sum();
        return (sum, sum == 0 ? 0 : forces.Select((f, i) => f * cells[i].X).Sum() / sum);
    }

    private static T Decoded<T>(DecodeResult<T> result)
    {
        Assert.Null(result.Refusal);
        return result.Value!;
    }
}
