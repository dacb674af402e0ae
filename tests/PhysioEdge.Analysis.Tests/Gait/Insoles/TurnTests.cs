using System.Numerics;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public class TurnTests
{
    private const double StrideSeconds = 1.1;
    private const double StanceSeconds = 0.66;

    private static readonly Quaternion[] Mountings =
    [
        Quaternion.Identity,
        Quaternion.CreateFromYawPitchRoll(0.7f, -1.1f, 2.3f),
        Quaternion.CreateFromYawPitchRoll(-2.9f, 0.4f, 0.2f),
    ];

    [Theory]
    [InlineData(0, 90)]
    [InlineData(1, 90)]
    [InlineData(1, -90)]
    [InlineData(2, 180)]
    [InlineData(2, -60)]
    public void A_turn_is_told_with_its_angle_however_the_sensor_is_mounted(int mounting, double degrees)
    {
        var found = Walk(mounting, stride => stride is 10 or 11 or 12 ? degrees / 3 : 0).Measure();

        var turn = Assert.Single(found.Turns);
        Assert.Equal(degrees, turn.AngleDegrees!.Value, 3.0);
        Assert.Equal(10 * StrideSeconds, turn.Start.TotalSeconds, 1.2);
        Assert.Equal(13 * StrideSeconds, turn.End.TotalSeconds, 1.2);
        Assert.DoesNotContain(found.SteadyStrides, s => s.InitialContact > turn.Start && s.InitialContact < turn.End);
    }

    [Fact]
    public void A_pivot_in_one_stride_is_a_turn()
        => Assert.Equal(120, Assert.Single(Walk(1, stride => stride == 10 ? 120 : 0).Measure().Turns).AngleDegrees!.Value, 3.0);

    [Fact]
    public void Two_turns_with_a_way_between_them_are_two()
        => Assert.Equal([90, -90], Walk(1, stride => stride switch { 8 or 9 => 45, 14 or 15 => -45, _ => 0 }).Measure().Turns.Select(t => Math.Round(t.AngleDegrees!.Value / 10) * 10));

    [Fact]
    public void A_wide_bend_and_the_wobble_of_the_feet_are_no_turns()
    {
        Assert.Empty(Walk(1, _ => 9).Measure().Turns);
        Assert.Empty(Walk(1, stride => stride % 2 == 0 ? 8 : -8).Measure().Turns);
        Assert.Empty(Walk(1, stride => stride == 10 ? 35 : 0).Measure().Turns);
    }

    [Fact]
    public void A_gyroscope_that_drifts_makes_no_turn()
        => Assert.Empty(Walk(1, _ => 0, offsetDegreesPerSecond: 3).Measure().Turns);

    [Fact]
    public void A_gap_in_the_motion_costs_its_strides_and_makes_no_turn()
    {
        var walk = Walk(1, stride => stride is 15 or 16 ? 45 : 0);
        var gap = new MadeUpWalk { Motion = (side, at) => at is > 8 and < 9.5 ? new FootMotion(new Vector3(float.NaN), default) : walk.Motion!(side, at) }.Walk(20);

        Assert.Equal(90, Assert.Single(gap.Measure().Turns).AngleDegrees!.Value, 3.0);
    }

    [Fact]
    public void Axes_that_are_mirrored_tell_nothing_false()
    {
        var walk = Walk(1, stride => stride == 10 ? 90 : 0);
        var mirrored = new MadeUpWalk { Motion = (side, at) => walk.Motion!(side, at) is var m ? new FootMotion(m.Acceleration, -m.AngularVelocity) : default }.Walk(20);

        Assert.All(mirrored.Measure().Turns, t => Assert.Null(t.AngleDegrees));
    }

    [Fact]
    public void A_turn_is_known_soon_after_it()
    {
        var walk = Walk(0, stride => stride is 10 or 11 ? 45 : 0);

        Assert.Empty(walk.Measure(until: 11 * StrideSeconds).Turns);
        Assert.Equal(walk.Measure().Turns, walk.Measure(until: (12 * StrideSeconds) + 3).Turns);
    }

    [Fact]
    public void Without_motion_a_break_of_the_rhythm_within_steady_walking_is_a_turn_of_unknown_angle()
    {
        var walk = new MadeUpWalk().Stand(2).Walk(20, scatter: 0.02).Turn(1.5).Walk(20, scatter: 0.02);

        var turn = Assert.Single(walk.Measure().Turns);

        Assert.Null(turn.AngleDegrees);
        Assert.InRange(turn.Start.TotalSeconds, 22, 25);
        Assert.InRange(turn.End.TotalSeconds, 25, 28);
    }

    [Fact]
    public void A_stop_a_start_and_a_change_of_speed_are_no_turns()
        => Assert.Empty(new MadeUpWalk().Stand(2).Walk(20, scatter: 0.02).Stand(3).Walk(20, scatter: 0.02).Measure().Turns);

    private static MadeUpWalk Walk(int mounting, Func<int, double> turnOfStride, double offsetDegreesPerSecond = 0)
    {
        var offset = new Vector3((float)double.DegreesToRadians(offsetDegreesPerSecond));
        return new MadeUpWalk { Motion = Motion }.Walk(20);

        FootMotion Motion(Side side, double at)
        {
            const double Step = 0.002;
            var (before, now, after) = (Orientation(side, at - Step), Orientation(side, at), Orientation(side, at + Step));
            var turned = Quaternion.Conjugate(before) * after;
            var rate = 2 * new Vector3(turned.X, turned.Y, turned.Z) * Math.Sign(turned.W) / (float)(2 * Step);
            return new FootMotion(Vector3.Transform(Vector3.UnitZ, Quaternion.Conjugate(now)), rate + offset);
        }

        Quaternion Orientation(Side side, double at)
        {
            var since = at - (side == Side.Left ? 0 : StrideSeconds / 2);
            var stride = (int)Math.Floor(since / StrideSeconds);
            var swing = Math.Clamp((since - (stride * StrideSeconds) - StanceSeconds) / (StrideSeconds - StanceSeconds), 0, 1);
            var heading = Enumerable.Range(0, Math.Max(0, stride)).Sum(turnOfStride) + (turnOfStride(stride) * (1 - Math.Cos(Math.PI * swing)) / 2);
            var pitch = 50 * Math.Sin(2 * Math.PI * swing) * Math.Sin(Math.PI * swing);
            return Quaternion.CreateFromAxisAngle(Vector3.UnitZ, (float)double.DegreesToRadians(heading))
                * Quaternion.CreateFromAxisAngle(Vector3.UnitY, (float)double.DegreesToRadians(pitch))
                * Mountings[mounting];
        }
    }
}
