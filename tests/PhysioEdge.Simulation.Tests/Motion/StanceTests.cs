using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Tests.Motion;

public sealed class StanceTests
{
    private static readonly BodyLandmark[] BothFeet =
    [
        BodyLandmark.LeftAnkle, BodyLandmark.LeftHeel, BodyLandmark.LeftFootIndex,
        BodyLandmark.RightAnkle, BodyLandmark.RightHeel, BodyLandmark.RightFootIndex,
    ];

    [Theory]
    [InlineData(ScriptedExercise.Squat, 95, 0, 0.001f)]
    [InlineData(ScriptedExercise.Squat, 120, 0, 0.001f)]
    [InlineData(ScriptedExercise.Squat, 90, 12, 0.008f)]
    [InlineData(ScriptedExercise.SitToStand, 89, 0, 0.001f)]
    [InlineData(ScriptedExercise.ShoulderAbduction, 150, 0, 0.001f)]
    public void Both_feet_stay_flat_in_their_places(ScriptedExercise exercise, float range, float difference, float slipMetres)
    {
        var plan = new RepetitionPlan { RangeDegrees = range, SideDifferenceDegrees = difference };

        Assert.All(BothFeet, landmark => Assert.InRange(Travel(exercise, Side.Both, plan, landmark), 0, slipMetres));
    }

    [Fact]
    public void The_foot_one_does_not_move_stays_in_its_place_and_the_other_rises()
    {
        var plan = new RepetitionPlan { RangeDegrees = 85 };

        Assert.InRange(Travel(ScriptedExercise.KneeExtension, Side.Left, plan, BodyLandmark.RightHeel), 0, 0.001f);
        Assert.InRange(Travel(ScriptedExercise.KneeExtension, Side.Left, plan, BodyLandmark.LeftHeel), 0.3f, 0.8f);
    }

    [Fact]
    public void A_deeper_squat_brings_the_hips_lower()
    {
        var shallow = HipHeight(new RepetitionPlan { RangeDegrees = 60 });
        var deep = HipHeight(new RepetitionPlan { RangeDegrees = 100 });

        Assert.True(deep < shallow - 0.1f, $"{deep} m against {shallow} m");
    }

    [Fact]
    public void A_side_that_bends_more_lowers_its_hip()
    {
        var skeleton = AtPeak(new RepetitionPlan { RangeDegrees = 90, SideDifferenceDegrees = 12 });

        Assert.True(skeleton[BodyLandmark.LeftHip].Y < skeleton[BodyLandmark.RightHip].Y);
    }

    private static float HipHeight(RepetitionPlan plan) => AtPeak(plan).MidHip.Y;

    private static Skeleton AtPeak(RepetitionPlan plan)
    {
        var script = new MotionScriptBuilder(new BodySize()).Repeat(ScriptedExercise.Squat, Side.Both, plan).Build();
        return At(script, script.Repetitions[0].Peak);
    }

    private static float Travel(ScriptedExercise exercise, Side side, RepetitionPlan plan, BodyLandmark landmark)
    {
        var script = new MotionScriptBuilder(new BodySize()).Repeat(exercise, side, plan).Build();
        var home = At(script, TimeSpan.Zero)[landmark];
        return Enumerable.Range(0, 40).Max(i => Vector3.Distance(home, At(script, i / 39.0 * script.Duration)[landmark]));
    }

    private static Skeleton At(MotionScript script, TimeSpan time)
    {
        var skeleton = new Skeleton();
        Kinematics.Pose(script.Body, script.PostureAt(time), skeleton);
        return skeleton;
    }
}
