using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Simulation.Tests.Motion.Gait;

public sealed class WalkTests
{
    /// <summary>Knee flexion each tenth of a stride, rounded from Winter (1991), natural cadence.</summary>
    private static readonly float[] WintersKnee = [4, 16, 17, 11, 8, 13, 34, 62, 59, 25];

    [Theory]
    [InlineData(1.2f, 1.75f, 0f)]
    [InlineData(0.6f, 1.55f, 0f)]
    [InlineData(1.4f, 1.92f, 0f)]
    [InlineData(0.8f, 1.7f, 0.9f)]
    public void A_foot_on_the_floor_neither_slides_nor_sinks(float speed, float height, float limp)
    {
        var script = BackAndForth(speed, height, limp);
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            var steps = script.Steps.Where(step => step.Side == side).ToArray();
            foreach (var (landed, next) in steps.Zip(steps.Skip(1)))
            {
                var stance = next.ToeOff - landed.InitialContact;
                var flat = Enumerable.Range(2, 4).Select(i => At(script, landed.InitialContact + (stance * i / 12))).ToArray();
                Assert.All(flat, s => Assert.InRange(Vector3.Distance(s[Ankle(side)], flat[0][Ankle(side)]), 0, 0.004f));
                Assert.All(flat, s => Assert.InRange(Vector3.Distance(s[Toe(side)], flat[0][Toe(side)]), 0, 0.004f));
                Assert.InRange(Vector3.Distance(flat[0][Toe(side)], At(script, next.ToeOff)[Toe(side)]), 0, 0.03f);
            }
        }
    }

    [Theory]
    [InlineData(1.2f, 0)]
    [InlineData(0.6f, 0.9f)]
    public void No_foot_goes_through_the_floor_and_none_comes_off_its_leg(float speed, float limp)
    {
        var script = BackAndForth(speed, 1.75f, limp);
        foreach (var time in Times(script, 1 / 60.0))
        {
            var skeleton = At(script, time);
            BodyLandmark[] ends = [BodyLandmark.LeftHeel, BodyLandmark.LeftFootIndex, BodyLandmark.RightHeel, BodyLandmark.RightFootIndex];
            Assert.All(ends, landmark => Assert.True(skeleton[landmark].Y > 0.004f, $"{landmark} at {time}: {skeleton[landmark].Y} m"));
            Assert.Equal(script.Body.Shank, Vector3.Distance(skeleton[BodyLandmark.LeftKnee], skeleton[BodyLandmark.LeftAnkle]), 1e-4f);
        }
    }

    [Theory]
    [InlineData(1.2f, 0)]
    [InlineData(0.7f, 0.8f)]
    public void The_body_never_jumps(float speed, float limp)
    {
        var script = BackAndForth(speed, 1.75f, limp);
        var before = At(script, TimeSpan.Zero);
        foreach (var time in Times(script, 1 / 120.0))
        {
            var after = At(script, time);
            foreach (var landmark in Enum.GetValues<BodyLandmark>())
                Assert.InRange(Vector3.Distance(after[landmark], before[landmark]), 0, 0.065f);
            Assert.InRange((after.MidHip - before.MidHip).Length(), 0, 0.02f);
            before = after;
        }
    }

    [Fact]
    public void The_knee_bends_as_in_normal_gait()
    {
        var script = BackAndForth(1.25f, 1.75f, 0);
        var (from, to) = StraightStride(script, Side.Left);

        var knee = Enumerable.Range(0, 10).Select(i => TrueAngles.Of(At(script, from + ((to - from) * i / 10))).KneeLeft).ToArray();

        var error = MathF.Sqrt(knee.Zip(WintersKnee, (a, b) => (a - b) * (a - b)).Average());
        Assert.True(error < 7, $"{error:0.0}° off: {string.Join(", ", knee.Select(k => $"{k:0}"))}");
    }

    [Fact]
    public void Feet_are_on_the_floor_as_long_as_in_normal_gait_and_steps_as_long_as_the_speed_asks()
    {
        var script = BackAndForth(1.2f, 1.75f, 0);
        var (from, to) = StraightStride(script, Side.Left);
        var toeOff = script.Steps.First(step => step.Side == Side.Left && step.ToeOff > from).ToeOff;
        var steps = script.Steps.Where(step => step.InitialContact >= from && step.InitialContact < to).ToArray();

        Assert.InRange((toeOff - from) / (to - from), 0.59, 0.64);
        Assert.InRange(steps.Sum(step => step.LengthMetres) / (to - from).TotalSeconds, 1.1, 1.3);
    }

    [Fact]
    public void With_a_limp_the_sore_leg_bears_shorter_bends_less_and_is_leaned_over()
    {
        var script = BackAndForth(0.9f, 1.75f, 0.8f);
        var (from, to) = StraightStride(script, Side.Left);
        var stride = Enumerable.Range(0, 60).Select(i => At(script, from + ((to - from) * i / 60))).ToArray();

        Assert.True(StanceShare(script, Side.Left) < StanceShare(script, Side.Right) - 0.05);
        Assert.True(stride.Max(s => TrueAngles.Of(s).KneeLeft) < stride.Max(s => TrueAngles.Of(s).KneeRight) - 8);
        Assert.InRange(stride.Max(s => TrueAngles.Of(s).Trunk), 8, 16);
    }

    [Fact]
    public void A_walk_ends_where_it_should_with_the_feet_side_by_side_and_goes_over_into_standing()
    {
        var script = new MotionScriptBuilder(new BodySize()).Walk(new WalkPlan(), new FloorPoint(1.5f, 0.8f)).TurnTo(0).StandStill(1).Build();

        var skeleton = At(script, script.Duration);

        Assert.Equal(1.5f, skeleton.MidHip.Z, 0.03f);
        Assert.Equal(0.8f, skeleton.MidHip.X, 0.01f);
        Assert.Equal(skeleton[BodyLandmark.LeftAnkle].Z, skeleton[BodyLandmark.RightAnkle].Z, 0.002f);
        Assert.True(skeleton[BodyLandmark.Nose].Z > skeleton.HeadCentre.Z + 0.05f);
    }

    private static MotionScript BackAndForth(float speed, float height, float limp) =>
        new MotionScriptBuilder(new BodySize { HeightMetres = height }, seed: 2) { SwayDegrees = 0.5f }
            .StandStill(0.5)
            .Walk(
                new WalkPlan { SpeedMetresPerSecond = speed, Limp = limp > 0 ? new Limp(Side.Left, limp) : null },
                new FloorPoint(0, 4),
                new FloorPoint(0, -1))
            .StandStill(0.5)
            .Build();

    /// <summary>From contact to contact of that foot, in the middle of the first straight.</summary>
    private static (TimeSpan From, TimeSpan To) StraightStride(MotionScript script, Side side)
    {
        var long2 = script.Steps.Where(step => step.LengthMetres > 0.3f).Take(5).Where(step => step.Side == side).Take(2).ToArray();
        return (long2[0].InitialContact, long2[1].InitialContact);
    }

    private static double StanceShare(MotionScript script, Side side)
    {
        var (from, to) = StraightStride(script, side);
        return (script.Steps.First(step => step.Side == side && step.ToeOff > from).ToeOff - from) / (to - from);
    }

    private static BodyLandmark Ankle(Side side) => side == Side.Left ? BodyLandmark.LeftAnkle : BodyLandmark.RightAnkle;

    private static BodyLandmark Toe(Side side) => side == Side.Left ? BodyLandmark.LeftFootIndex : BodyLandmark.RightFootIndex;

    private static IEnumerable<TimeSpan> Times(MotionScript script, double stepSeconds) =>
        Enumerable.Range(0, (int)(script.Duration.TotalSeconds / stepSeconds)).Select(i => TimeSpan.FromSeconds(i * stepSeconds));

    private static Skeleton At(MotionScript script, TimeSpan time)
    {
        var skeleton = new Skeleton();
        Kinematics.Pose(script.Body, script.PostureAt(time), skeleton);
        return skeleton;
    }
}
