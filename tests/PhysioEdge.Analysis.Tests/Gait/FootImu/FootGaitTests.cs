using System.Numerics;
using PhysioEdge.Analysis.Gait.FootImu;

namespace PhysioEdge.Analysis.Tests.Gait.FootImu;

public class FootGaitTests
{
    private static readonly WalkingFoot Foot = new();

    public static TheoryData<float, float, float> Mountings => new()
    {
        { 0, 0, 0 }, { MathF.PI, 0, 0 }, { 0, MathF.PI, 0 }, { 0, 0, MathF.PI / 2 }, { 0.4f, 1.2f, -0.7f }, { -2, 0.3f, 2.5f },
    };

    [Theory]
    [MemberData(nameof(Mountings))]
    public void However_the_sensor_is_mounted_the_same_steps_are_found(float x, float y, float z)
    {
        var mounted = Foot with { Mounting = Quaternion.CreateFromYawPitchRoll(x, y, z) };
        var (events, strides) = WalkingFoot.Walked(mounted.Samples(), mounted.RateHz);
        var (expected, lengths) = WalkingFoot.Walked(Foot.Samples(), Foot.RateHz);

        Assert.Equal(2 * Foot.Strides, events.Count);
        Assert.All(events.Zip(expected), pair => Assert.Equal(pair.Second.At.TotalSeconds, pair.First.At.TotalSeconds, 0.005));
        Assert.All(strides.Zip(lengths), pair => Assert.Equal(pair.Second.LengthMetres!.Value, pair.First.LengthMetres!.Value, 0.01));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(204.8)]
    [InlineData(250)]
    public void Stride_time_and_length_are_right_at_every_rate(double rateHz)
    {
        var (_, strides) = WalkingFoot.Walked((Foot with { RateHz = rateHz }).Samples(), rateHz);

        Assert.Equal(Foot.Strides, strides.Count);
        Assert.All(strides.Skip(1), s => Assert.Equal(Foot.StrideSeconds, s.StrideTimeSeconds!.Value, 0.01));
        Assert.All(strides, s => Assert.Equal(Foot.LengthMetres, s.LengthMetres!.Value, 0.05));
        Assert.All(strides, s => Assert.True(s.Start < s.ToeOff && s.ToeOff < s.InitialContact && s.InitialContact < s.End));
    }

    [Theory]
    [InlineData(0.03, 1.1)]
    [InlineData(0.08, 1.1)]
    [InlineData(0.15, 1.1)]
    [InlineData(0.08, 1.6)]
    public void Clearance_is_how_high_the_sensor_rose(double liftMetres, double strideSeconds)
    {
        var foot = Foot with { LiftMetres = liftMetres, StrideSeconds = strideSeconds };

        var (_, strides) = WalkingFoot.Walked(foot.Samples(), foot.RateHz);

        Assert.Equal(foot.Strides, strides.Count);
        Assert.All(strides, s => Assert.Equal(liftMetres, s.ClearanceMetres!.Value, 0.01));
    }

    [Fact]
    public void A_slow_shuffle_is_gait()
    {
        var shuffle = Foot with { Pitch = 0.35, LengthMetres = 0.4, StrideSeconds = 1.3 };

        var (events, _) = WalkingFoot.Walked(shuffle.Samples(), shuffle.RateHz);

        Assert.Equal(2 * shuffle.Strides, events.Count);
    }

    [Fact]
    public void Heels_raised_in_standing_are_no_steps()
    {
        var raises = Foot with { LengthMetres = 0 };

        Assert.Empty(WalkingFoot.Walked(raises.Samples(), raises.RateHz).Events);
    }

    [Fact]
    public void Every_event_is_known_within_a_second()
    {
        var (events, _) = WalkingFoot.Walked(Foot.Samples(), Foot.RateHz);

        Assert.All(events, e => Assert.InRange((e.KnownAt - e.At).TotalSeconds, 0, 1));
    }

    [Fact]
    public void Lost_packets_neither_shift_nor_hide_steps()
    {
        var random = new Random(4);
        var some = Foot.Samples().Where(_ => random.NextDouble() > 0.12).ToList();

        var (events, _) = WalkingFoot.Walked(some, Foot.RateHz);
        var (expected, _) = WalkingFoot.Walked(Foot.Samples(), Foot.RateHz);

        Assert.Equal(expected.Count, events.Count);
        Assert.All(events.Zip(expected), pair => Assert.Equal(pair.Second.At.TotalSeconds, pair.First.At.TotalSeconds, 0.015));
    }

    [Fact]
    public void No_stride_reaches_across_a_long_loss()
    {
        var some = Foot.Samples().Where(s => s.CapturedAt.TotalSeconds is < 6 or > 7.5).ToList();

        var (_, strides) = WalkingFoot.Walked(some, Foot.RateHz);

        Assert.InRange(strides.Count, Foot.Strides - 4, Foot.Strides - 1);
        Assert.DoesNotContain(strides, s => s.Start.TotalSeconds < 6 && s.End.TotalSeconds > 7.5);
    }

    [Theory]
    [InlineData(3.1)]
    [InlineData(7.77)]
    [InlineData(12)]
    public void Cutting_a_recording_short_changes_nothing_before_the_cut(double seconds)
    {
        var (whole, _) = WalkingFoot.Walked(Foot.Samples(), Foot.RateHz);

        var (cut, _) = WalkingFoot.Walked(Foot.Samples().TakeWhile(s => s.CapturedAt.TotalSeconds <= seconds), Foot.RateHz);

        Assert.Equal(whole.Where(e => e.KnownAt.TotalSeconds <= seconds), cut);
    }

    [Fact]
    public void A_foot_that_stands_is_silent()
    {
        var standing = Foot with { Strides = 0 };

        var (events, strides) = WalkingFoot.Walked(standing.Samples(), standing.RateHz);

        Assert.Empty(events);
        Assert.Empty(strides);
    }

    [Fact]
    public void A_rate_that_is_too_low_for_feet_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new FootGait(Analysis.Samples.Side.Left, 20, _ => { }, _ => { }));
}
