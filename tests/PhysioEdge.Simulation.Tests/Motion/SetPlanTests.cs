using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Simulation.Tests.Motion;

public sealed class SetPlanTests
{
    private static readonly RepetitionPlan Fresh = new() { RangeDegrees = 100, OutSeconds = 1, BackSeconds = 1, HoldSeconds = 0.2, PauseSeconds = 0.5 };

    [Fact]
    public void A_tiring_patient_goes_less_far_slower_and_leans_more_from_the_repetition_on_that_was_named()
    {
        var set = Done(ScriptedExercise.Squat, Side.Both, new SetPlan
        {
            Count = 6,
            Repetition = Fresh with { TrunkLeanDegrees = 30 },
            FreshUntil = 2,
            LastRangeShare = 0.6f,
            LastDurationFactor = 1.5,
            LastTrunkLeanDegrees = 50,
        });

        Assert.Equal([97, 97, 87.3, 77.6, 67.9, 58.2], set.Select(r => Math.Round(r.RangeDegrees, 1)));
        Assert.Equal(3.2, (set[5].End - set[5].Start).TotalSeconds, 0.01);
        Assert.Equal([0, 0, 5, 10, 15, 20], set.Select(r => Math.Round(r.TrunkForwardDegrees - set[0].TrunkForwardDegrees)));
    }

    [Theory]
    [InlineData(Side.Left)]
    [InlineData(Side.Right)]
    public void A_weaker_side_goes_less_far(Side weaker)
    {
        var plan = new SetPlan { Count = 2, Repetition = Fresh, WeakerSide = weaker, WeakerShare = 0.8f };

        var squat = Done(ScriptedExercise.Squat, Side.Both, plan)[0].AnglesAtPeak;
        var marching = Done(ScriptedExercise.Marching, Side.Both, plan);

        Assert.Equal(20, (weaker == Side.Left ? -1 : 1) * (squat.KneeLeft - squat.KneeRight), 0.1f);
        Assert.Equal(80, marching.Single(step => step.Side == weaker).PeakDegrees, 0.2f);
        Assert.Equal(100, marching.Single(step => step.Side != weaker).PeakDegrees, 0.2f);
    }

    [Fact]
    public void Partial_and_hasty_repetitions_and_the_break_are_those_with_the_numbers_named()
    {
        var set = Done(ScriptedExercise.Squat, Side.Both, new SetPlan
        {
            Count = 4,
            Repetition = Fresh,
            Partial = [2],
            Fast = [3],
            PauseAfter = 3,
            PauseSeconds = 7,
        });

        Assert.Equal([false, true, false, false], set.Select(r => r.IsPartial));
        Assert.InRange(set[1].RangeDegrees, 30, 40);
        Assert.True(set[2].End - set[2].Start < (set[0].End - set[0].Start) / 1.8);
        Assert.Equal(7.5, (set[3].Start - set[2].End).TotalSeconds, 0.01);
    }

    [Theory]
    [InlineData(ScriptedExercise.SingleLegStance, Side.Left, 10, 10)]
    [InlineData(ScriptedExercise.SingleLegStance, Side.Right, 10, -10)]
    [InlineData(ScriptedExercise.ShoulderAbduction, Side.Right, -10, 10)]
    [InlineData(ScriptedExercise.Squat, Side.Both, 8, 8)]
    public void A_sideways_lean_is_towards_the_side_of_the_repetition_and_the_truth_tells_it_to_the_left(
        ScriptedExercise exercise, Side side, float lean, float toTheLeft)
    {
        var repetition = Done(exercise, side, new SetPlan { Count = 1, Repetition = Fresh with { RangeDegrees = 80, TrunkSideLeanDegrees = lean } })[0];

        Assert.Equal(toTheLeft, repetition.TrunkSideDegrees, 2.6f);
    }

    [Fact]
    public void A_single_leg_stance_is_held_while_the_foot_is_off_the_floor()
    {
        var script = new MotionScriptBuilder(new BodySize())
            .Repeat(ScriptedExercise.SingleLegStance, Side.Left, Fresh with { RangeDegrees = 75, HoldSeconds = 8 }).Build();
        var skeleton = new Skeleton();
        var lifted = Enumerable.Range(0, (int)(script.Duration.TotalSeconds * 100)).Count(i =>
        {
            Kinematics.Pose(script.Body, script.PostureAt(TimeSpan.FromSeconds(i / 100.0)), skeleton);
            return skeleton[BodyLandmark.RightAnkle].Y > script.Body.AnkleHeight + 0.002f;
        });

        Assert.Equal(script.Repetitions[0].Hold.TotalSeconds, lifted / 100.0, 0.1);
        Assert.InRange(script.Repetitions[0].Hold.TotalSeconds, 9, 10);
    }

    [Fact]
    public void Who_leaves_the_picture_comes_back_to_the_same_place_and_goes_on()
    {
        var script = new MotionScriptBuilder(new BodySize())
            .Repeat(ScriptedExercise.Squat, Side.Both, Fresh).LeaveAndComeBack(new FloorPoint(0, 2.4f), 5).Repeat(ScriptedExercise.Squat, Side.Both, Fresh).Build();

        Assert.Equal(script.Repetitions[0].AnglesAtPeak.KneeLeft, script.Repetitions[1].AnglesAtPeak.KneeLeft, 0.01f);
        Assert.Equal(default, script.PostureAt(script.Repetitions[1].Peak).Place);
        Assert.InRange(script.Steps.Max(step => step.InitialContact) - script.Repetitions[0].End, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(25));
    }

    private static IReadOnlyList<ScriptedRepetition> Done(ScriptedExercise exercise, Side side, SetPlan plan) =>
        new MotionScriptBuilder(new BodySize()).Repeat(exercise, side, plan).Build().Repetitions;
}
