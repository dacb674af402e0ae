using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Tests.Motion;

public sealed class MotionScriptTests
{
    private static readonly RepetitionPlan Plan = new()
    {
        RangeDegrees = 95,
        OutSeconds = 1.5,
        HoldSeconds = 0.5,
        BackSeconds = 1.2,
        PauseSeconds = 0.8,
    };

    [Fact]
    public void Who_begins_seated_sits_from_the_first_moment_on()
    {
        var script = new MotionScriptBuilder(new BodySize()).SitStill(2).Build();

        Assert.Equal(2, script.Duration.TotalSeconds);
        Assert.InRange(Knee(script, TimeSpan.Zero), 90, 95);
        Assert.NotNull(script.Seat);
    }

    [Fact]
    public void Repetitions_begin_turn_and_end_when_the_script_says()
    {
        var script = new MotionScriptBuilder(new BodySize())
            .StandStill(2).Repeat(ScriptedExercise.Squat, Side.Both, 2, Plan).Rest(12).Repeat(ScriptedExercise.Squat, Side.Both, Plan).Build();

        Assert.Equal(3, script.Repetitions.Count);
        Assert.Equal([2, 6, 22], script.Repetitions.Select(r => Math.Round(r.Start.TotalSeconds, 6)));
        Assert.Equal([3.75, 7.75, 23.75], script.Repetitions.Select(r => Math.Round(r.Peak.TotalSeconds, 6)));
        Assert.Equal([5.2, 9.2, 25.2], script.Repetitions.Select(r => Math.Round(r.End.TotalSeconds, 6)));
        Assert.Equal(26, script.Duration.TotalSeconds, 6);
    }

    [Theory]
    [InlineData(ScriptedExercise.Squat, Side.Both, 95, 95, 92)]
    [InlineData(ScriptedExercise.Squat, Side.Both, 60, 60, 57)]
    [InlineData(ScriptedExercise.SitToStand, Side.Both, 89, 3, 89)]
    [InlineData(ScriptedExercise.KneeExtension, Side.Left, 85, 7, 85)]
    [InlineData(ScriptedExercise.KneeExtension, Side.Right, 60, 32, 60)]
    public void A_repetition_reaches_the_angle_and_range_asked_for(
        ScriptedExercise exercise, Side side, float asked, float peak, float range)
    {
        var repetition = Only(exercise, side, Plan with { RangeDegrees = asked });

        Assert.Equal(peak, repetition.PeakDegrees, 0.05f);
        Assert.Equal(range, repetition.RangeDegrees, 0.05f);
        Assert.Equal(side, repetition.Side);
    }

    [Fact]
    public void An_arm_is_raised_by_about_what_is_asked_for_and_the_other_hangs()
    {
        var repetition = Only(ScriptedExercise.ShoulderAbduction, Side.Left, Plan with { RangeDegrees = 120 });

        Assert.InRange(repetition.PeakDegrees, 110, 130);
        Assert.Equal(repetition.AnglesAtStart.ShoulderRight, repetition.AnglesAtPeak.ShoulderRight, 0.01f);
    }

    [Fact]
    public void A_side_difference_is_between_left_and_right()
    {
        var peak = Only(ScriptedExercise.Squat, Side.Both, Plan with { RangeDegrees = 80, SideDifferenceDegrees = 14 }).AnglesAtPeak;

        Assert.Equal(87, peak.KneeLeft, 0.05f);
        Assert.Equal(73, peak.KneeRight, 0.05f);
    }

    [Fact]
    public void The_trunk_leans_at_the_far_point_as_planned_apart_from_what_the_shoulders_add()
    {
        var upright = Only(ScriptedExercise.ShoulderAbduction, Side.Both, Plan with { TrunkLeanDegrees = 1 }).AnglesAtPeak;
        var leaning = Only(ScriptedExercise.ShoulderAbduction, Side.Both, Plan with { TrunkLeanDegrees = 15 }).AnglesAtPeak;

        Assert.Equal(1, upright.Trunk, 0.01f);
        Assert.Equal(15, leaning.Trunk, 0.01f);
    }

    [Fact]
    public void The_knee_bends_most_at_the_peak_and_nowhere_else()
    {
        var script = new MotionScriptBuilder(new BodySize()).StandStill(1).Repeat(ScriptedExercise.Squat, Side.Both, 2, Plan).Build();
        foreach (var repetition in script.Repetitions)
        {
            Assert.All(Times(repetition.Start, repetition.Peak), t => Assert.True(Knee(script, t) <= Knee(script, t + Tick) + 0.001f));
            Assert.All(Times(repetition.Peak, repetition.End), t => Assert.True(Knee(script, t) >= Knee(script, t + Tick) - 0.001f));
            Assert.Equal(repetition.PeakDegrees, Knee(script, repetition.Peak), 0.05f);
        }
    }

    [Fact]
    public void The_body_never_jumps_between_stretches()
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 5) { SwayDegrees = 0.5f, TremorDegrees = 0.3f }
            .StandStill(1)
            .Repeat(ScriptedExercise.Squat, Side.Both, Plan)
            .Repeat(ScriptedExercise.KneeExtension, Side.Right, Plan with { RangeDegrees = 80 })
            .Repeat(ScriptedExercise.SitToStand, Side.Both, Plan with { RangeDegrees = 85 })
            .Repeat(ScriptedExercise.ShoulderAbduction, Side.Both, Plan)
            .Rest(1)
            .Build();
        var (before, after) = (new Skeleton(), new Skeleton());
        foreach (var time in Times(TimeSpan.Zero, script.Duration))
        {
            Kinematics.Pose(script.Body, script.PostureAt(time), before);
            Kinematics.Pose(script.Body, script.PostureAt(time + Tick), after);
            foreach (var landmark in Enum.GetValues<BodyLandmark>())
                Assert.InRange((after[landmark] - before[landmark]).Length(), 0, 0.04f);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_course_whatever_is_asked_first()
    {
        var (one, other) = (Swaying(seed: 7), Swaying(seed: 7));
        var forward = Times(TimeSpan.Zero, one.Duration).Select(one.PostureAt).ToArray();
        var backward = Times(TimeSpan.Zero, one.Duration).Reverse().Select(other.PostureAt).Reverse().ToArray();

        Assert.Equal(forward, backward);
    }

    [Fact]
    public void Another_seed_gives_another_course()
    {
        var time = TimeSpan.FromSeconds(1);

        Assert.NotEqual(Swaying(seed: 7).PostureAt(time), Swaying(seed: 8).PostureAt(time));
    }

    [Fact]
    public void Without_sway_and_tremor_standing_is_perfectly_still()
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 9).StandStill(3).Build();

        Assert.Equal(script.PostureAt(TimeSpan.Zero), script.PostureAt(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void Sitting_down_and_standing_up_come_by_themselves()
    {
        var script = new MotionScriptBuilder(new BodySize())
            .StandStill(1).Repeat(ScriptedExercise.KneeExtension, Side.Left, Plan with { RangeDegrees = 80 }).StandStill(1).Build();

        Assert.Equal(default(FloorPlace), script.Seat);
        Assert.InRange(Knee(script, TimeSpan.FromSeconds(0.5)), 0, 5);
        Assert.InRange(Knee(script, script.Repetitions[0].Start), 90, 95);
        Assert.InRange(Knee(script, script.Duration), 0, 5);
    }

    [Theory]
    [InlineData(ScriptedExercise.Squat, Side.Left)]
    [InlineData(ScriptedExercise.SitToStand, Side.Right)]
    [InlineData(ScriptedExercise.KneeExtension, Side.Both)]
    public void An_exercise_on_a_side_it_cannot_be_done_with_is_refused(ScriptedExercise exercise, Side side)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new MotionScriptBuilder(new BodySize()).Repeat(exercise, side, Plan));

        Assert.Contains($"{exercise}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{side}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_script_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new MotionScriptBuilder(new BodySize()).Build());

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1 / 120.0);

    private static ScriptedRepetition Only(ScriptedExercise exercise, Side side, RepetitionPlan plan) =>
        Assert.Single(new MotionScriptBuilder(new BodySize()).Repeat(exercise, side, plan).Build().Repetitions);

    private static MotionScript Swaying(int seed) => new MotionScriptBuilder(new BodySize(), seed) { SwayDegrees = 0.6f, TremorDegrees = 0.4f }
        .StandStill(1).Repeat(ScriptedExercise.Squat, Side.Both, Plan).Build();

    private static IEnumerable<TimeSpan> Times(TimeSpan from, TimeSpan to)
    {
        for (var time = from; time + Tick < to; time += Tick)
            yield return time;
    }

    private static float Knee(MotionScript script, TimeSpan time)
    {
        var skeleton = new Skeleton();
        Kinematics.Pose(script.Body, script.PostureAt(time), skeleton);
        return TrueAngles.Of(skeleton).KneeLeft;
    }
}
