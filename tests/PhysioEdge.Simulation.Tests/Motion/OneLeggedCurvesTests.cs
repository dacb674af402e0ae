using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Tests.Motion;

public sealed class OneLeggedCurvesTests
{
    [Theory]
    [InlineData(Side.Left, 45)]
    [InlineData(Side.Left, 80)]
    [InlineData(Side.Right, 80)]
    [InlineData(Side.Right, 105)]
    public void A_marching_step_lifts_the_knee_of_its_side_as_far_as_asked(Side side, float hip)
    {
        var repetition = Only(ScriptedExercise.Marching, side, new RepetitionPlan { RangeDegrees = hip });

        Assert.Equal(hip, repetition.PeakDegrees, 0.1f);
        Assert.Equal(hip, side == Side.Left ? repetition.AnglesAtPeak.HipLeft : repetition.AnglesAtPeak.HipRight, 0.1f);
        Assert.InRange(side == Side.Left ? repetition.AnglesAtPeak.KneeRight : repetition.AnglesAtPeak.KneeLeft, 0, 8);
    }

    [Fact]
    public void Marching_with_both_sides_is_with_one_after_the_other()
    {
        var script = new MotionScriptBuilder(new BodySize()).Repeat(ScriptedExercise.Marching, Side.Both, 4, new RepetitionPlan { RangeDegrees = 75 }).Build();

        Assert.Equal([Side.Left, Side.Right, Side.Left, Side.Right], script.Repetitions.Select(r => r.Side));
    }

    [Fact]
    public void The_side_of_a_single_leg_stance_is_the_leg_stood_on()
    {
        var repetition = Only(ScriptedExercise.SingleLegStance, Side.Right, new RepetitionPlan { RangeDegrees = 75, HoldSeconds = 10 });

        Assert.Equal(75, repetition.AnglesAtPeak.KneeLeft, 0.1f);
        Assert.Equal(75, repetition.PeakDegrees, 0.1f);
        Assert.InRange(repetition.AnglesAtPeak.KneeRight, 0, 8);
    }

    [Theory]
    [InlineData(ScriptedExercise.Marching, Side.Left, Side.Right)]
    [InlineData(ScriptedExercise.SingleLegStance, Side.Left, Side.Left)]
    public void The_foot_stood_on_neither_slides_nor_sinks_and_the_other_clears_the_floor(ScriptedExercise exercise, Side side, Side planted)
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 4) { SwayDegrees = 1.5f, TremorDegrees = 0.5f }
            .Repeat(exercise, side, new RepetitionPlan { RangeDegrees = 85, HoldSeconds = 3 }).Build();
        var (home, skeleton) = (At(script, 0), new Skeleton());
        BodyLandmark[] still = planted == Side.Left
            ? [BodyLandmark.LeftHeel, BodyLandmark.LeftFootIndex, BodyLandmark.LeftAnkle]
            : [BodyLandmark.RightHeel, BodyLandmark.RightFootIndex, BodyLandmark.RightAnkle];
        for (var seconds = 0.0; seconds < script.Duration.TotalSeconds; seconds += 0.05)
        {
            Kinematics.Pose(script.Body, script.PostureAt(TimeSpan.FromSeconds(seconds)), skeleton);
            Assert.All(still, landmark => Assert.InRange(Vector3.Distance(home[landmark], skeleton[landmark]), 0, 0.002f));
            Assert.True(skeleton[BodyLandmark.LeftFootIndex].Y > 0.01f && skeleton[BodyLandmark.RightFootIndex].Y > 0.01f);
        }
    }

    [Fact]
    public void In_a_single_leg_stance_the_body_is_over_the_foot_and_the_arms_balance()
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 4)
            .Repeat(ScriptedExercise.SingleLegStance, Side.Left, new RepetitionPlan { RangeDegrees = 75, HoldSeconds = 6 }).Build();
        var held = Enumerable.Range(20, 50).Select(i => At(script, i / 10.0)).ToArray();

        Assert.All(held, skeleton => Assert.InRange(skeleton.MidHip.X, 0.06f, 0.14f));
        Assert.True(Spread(held.Select(s => s.MidHip.X)) > 0.004f, "nobody stands on one leg like a statue");
        Assert.True(Spread(held.Select(s => s[BodyLandmark.LeftWrist].Y)) > 0.01f);
        Assert.All(held, skeleton => Assert.True(skeleton[BodyLandmark.LeftWrist].X - skeleton[BodyLandmark.LeftHip].X > 0.2f));
    }

    [Fact]
    public void A_sideways_lean_is_towards_the_side_of_the_repetition()
    {
        var over = Only(ScriptedExercise.SingleLegStance, Side.Left, new RepetitionPlan { RangeDegrees = 75, TrunkSideLeanDegrees = 12 });
        var away = Only(ScriptedExercise.Marching, Side.Left, new RepetitionPlan { RangeDegrees = 75, TrunkSideLeanDegrees = -12 });

        Assert.InRange(over.AnglesAtPeak.Trunk, 10, 14.5f);
        Assert.InRange(away.AnglesAtPeak.Trunk, 11, 13);
    }

    private static float Spread(IEnumerable<float> values) => values.Max() - values.Min();

    private static ScriptedRepetition Only(ScriptedExercise exercise, Side side, RepetitionPlan plan) =>
        Assert.Single(new MotionScriptBuilder(new BodySize()).Repeat(exercise, side, plan).Build().Repetitions);

    private static Skeleton At(MotionScript script, double seconds)
    {
        var skeleton = new Skeleton();
        Kinematics.Pose(script.Body, script.PostureAt(TimeSpan.FromSeconds(seconds)), skeleton);
        return skeleton;
    }
}
