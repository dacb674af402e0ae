using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.FootImu;

namespace PhysioEdge.Analysis.Tests.Gait.FootImu;

/// <summary>Gait unlike that of the young and healthy, and what is no gait at all.</summary>
public class OddGaitTests
{
    private const double RateHz = 100;

    /// <summary>Stride length, stride time, how far the foot turns, how high it is lifted.</summary>
    public static TheoryData<double, double, double, double> Gaits => new()
    {
        { 0.56, 1.4, 0.5, 0.05 }, { 0.4, 1.2, 0.35, 0.01 }, { 0.5, 1.0, 0.4, 0.02 }, { 0.9, 1.3, 0.8, 0.1 }, { 1.8, 0.95, 1.2, 0.08 }, { 0.7, 0.8, 0.6, 0.03 },
    };

    [Theory]
    [MemberData(nameof(Gaits))]
    public void Slow_shuffling_and_fast_strides_are_each_found_once(double lengthMetres, double strideSeconds, double pitch, double liftMetres)
    {
        var foot = new WalkingFoot { LengthMetres = lengthMetres, StrideSeconds = strideSeconds, Pitch = pitch, LiftMetres = liftMetres };

        var (events, strides) = WalkingFoot.Walked(foot.Samples(), foot.RateHz);

        Assert.Equal(2 * foot.Strides, events.Count);
        Assert.All(events.Zip(events.Skip(1)), pair => Assert.NotEqual(pair.First.Kind, pair.Second.Kind));
        Assert.All(strides, s => Assert.Equal(lengthMetres, s.LengthMetres!.Value, 0.05));
    }

    [Theory]
    [InlineData(3, 0.15, 0.01)]
    [InlineData(5, 0.1, 0.006)]
    [InlineData(8, 0.08, 0.003)]
    public void A_foot_that_trembles_while_it_is_frozen_takes_no_step(double hertz, double radians, double metres)
        => Assert.Empty(Swaying(hertz, radians, metres));

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_foot_that_taps_the_floor_takes_no_step(double hertz) => Assert.Empty(Walked(time => Tap(time, hertz, radians: 0.2, metres: 0.01)));

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Weight_shifted_from_foot_to_foot_is_no_step(double hertz) => Assert.Empty(Swaying(hertz, radians: 0.05, metres: 0.02));

    /// <summary>A foot that turns to and fro and goes to and fro with it.</summary>
    private static List<GaitEvent> Swaying(double hertz, double radians, double metres)
    {
        var turns = 2 * Math.PI * hertz;
        return Walked(time => (radians * Math.Sin(turns * time), radians * turns * Math.Cos(turns * time), -metres * turns * turns * Math.Sin(turns * time)));
    }

    /// <summary>The toe rises and falls in half of the time and rests on the floor in the other half.</summary>
    private static (double Pitch, double Rate, double Forward) Tap(double time, double hertz, double radians, double metres)
    {
        var (phase, turns) = (2 * time * hertz % 2, 4 * Math.PI * hertz);
        if (phase >= 1)
            return default;
        var (sine, cosine) = Math.SinCos(2 * Math.PI * phase);
        return (radians * (1 - cosine) / 2, radians * turns * sine / 2, metres * turns * turns * cosine / 2);
    }

    /// <summary>A motion of 20 s between two rests of 2 s: the angle of the toe upwards and its rate, and the acceleration forwards.</summary>
    private static List<GaitEvent> Walked(Func<double, (double Pitch, double Rate, double Forward)> motion)
        => WalkingFoot.Walked(Enumerable.Range(0, (int)(24 * RateHz)).Select(i => Sample(i, motion)), RateHz).Events;

    private static ImuSample Sample(int tick, Func<double, (double Pitch, double Rate, double Forward)> motion)
    {
        var time = (tick / RateHz) - 2;
        var (pitch, rate, forward) = time is > 0 and < 20 ? motion(time) : default;
        var force = Vector3.Transform(new Vector3((float)forward, 0, 9.81f), Quaternion.CreateFromAxisAngle(Vector3.UnitY, (float)pitch));
        return new ImuSample(tick, TimeSpan.FromSeconds(tick / RateHz), force, new Vector3(0, (float)-rate, 0));
    }
}
