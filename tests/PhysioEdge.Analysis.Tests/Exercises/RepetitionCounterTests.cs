using CsCheck;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Exercises;

public class RepetitionCounterTests
{
    [Fact]
    public void Five_squats_are_five_repetitions_with_their_times_and_ranges()
    {
        var repetitions = Count(ExerciseKind.Squat, new Movement().Wait(1).Repeat(95, times: 5));

        Assert.Equal(5, repetitions.Count);
        Assert.All(repetitions, r => Assert.False(r.Partial));
        Assert.All(repetitions, r => Assert.Equal(90, r.RangeDegrees, 3.0));
        Assert.All(repetitions, r => Assert.Equal(95, r.PeakDegrees, 3.0));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(2 + (2.4 * i), repetitions[i].Peak.TotalSeconds, 0.05);
            Assert.Equal(1.19 + (2.4 * i), repetitions[i].Start.TotalSeconds, 0.08);
            Assert.Equal(2.81 + (2.4 * i), repetitions[i].End.TotalSeconds, 0.08);
        }
    }

    [Fact]
    public void Tempo_tells_the_way_down_from_the_way_up()
    {
        var movement = new Movement().Wait(1).To(95, 3).To(5, 1).Wait(1);

        var repetition = Assert.Single(Count(ExerciseKind.Squat, movement));

        Assert.True(repetition.OutwardDuration > 2 * repetition.ReturnDuration);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(5)]
    [InlineData(60)]
    public void Pauses_at_rest_and_at_the_bottom_change_nothing(double pause)
    {
        var movement = new Movement().Wait(pause);
        for (var i = 0; i < 3; i++)
            movement.To(90, 1).Wait(pause).To(5, 1).Wait(pause);

        Assert.Equal(3, Count(ExerciseKind.Squat, movement).Count(r => !r.Partial));
    }

    [Fact]
    public void A_peak_that_is_held_is_timed_at_the_middle_of_the_hold()
    {
        var movement = new Movement().Wait(1).To(90, 1).Wait(4).To(5, 1).Wait(1);

        Assert.Equal(4, Assert.Single(Count(ExerciseKind.Squat, movement)).Peak.TotalSeconds, 0.15);
    }

    [Fact]
    public void Half_a_squat_is_a_partial_repetition()
    {
        var movement = new Movement().Wait(1).Repeat(95, 2).Repeat(40, 1).Repeat(95, 1);

        var repetitions = Count(ExerciseKind.Squat, movement);

        Assert.Equal([false, false, true, false], repetitions.Select(r => r.Partial));
    }

    [Fact]
    public void A_mini_squat_counts_for_a_patient_who_does_no_deeper_ones()
    {
        Assert.Equal(4, Count(ExerciseKind.Squat, new Movement().Wait(1).Repeat(42, 4)).Count(r => !r.Partial));
    }

    [Fact]
    public void A_bounce_at_the_bottom_is_still_one_repetition()
    {
        var movement = new Movement().Wait(1).To(95, 1).To(72, 0.5).To(95, 0.5).To(5, 1).Wait(1);

        Assert.Single(Count(ExerciseKind.Squat, movement));
    }

    [Fact]
    public void Not_quite_straightening_between_two_squats_still_makes_two()
    {
        var movement = new Movement().Wait(1).To(95, 1).To(30, 1).To(95, 1).To(5, 1).Wait(1);

        Assert.Equal(2, Count(ExerciseKind.Squat, movement).Count(r => !r.Partial));
    }

    [Fact]
    public void Swaying_is_not_a_repetition()
    {
        Assert.Empty(Count(ExerciseKind.Squat, new Movement(tremorDegrees: 3).Wait(10).Repeat(14, 5).Wait(3)));
    }

    [Fact]
    public void A_recording_that_stops_in_mid_squat_ends_with_a_partial_one()
    {
        var repetitions = Count(ExerciseKind.Squat, new Movement().Wait(1).Repeat(95, 1).To(90, 1));

        Assert.Equal([false, true], repetitions.Select(r => r.Partial));
    }

    [Fact]
    public void Leaving_the_view_in_mid_squat_gives_the_repetition_up()
    {
        var repetitions = Count(ExerciseKind.Squat, new Movement().Wait(1).To(90, 1).OutOfView(3).To(5, 0.1).Wait(1).Repeat(90, 1));

        Assert.Equal([true, false], repetitions.Select(r => r.Partial));
    }

    [Fact]
    public void A_few_lost_frames_do_not_split_a_repetition()
    {
        Assert.False(Assert.Single(Count(ExerciseKind.Squat, new Movement().Wait(1).To(90, 1).OutOfView(0.5).To(5, 1).Wait(1))).Partial);
    }

    [Fact]
    public void Standing_up_and_sitting_down_counts_from_the_chair()
    {
        var repetitions = Count(ExerciseKind.SitToStand, new Movement(rest: 95).Wait(1).Repeat(4, 5));

        Assert.Equal(5, repetitions.Count(r => !r.Partial));
        Assert.All(repetitions, r => Assert.Equal(4, r.PeakDegrees, 3.0));
    }

    [Fact]
    public void A_seated_knee_extension_names_the_leg_that_moved()
    {
        var movement = new Movement(rest: 90) { Pose = Movement.Seated };
        movement.Wait(1).To(90, 8, 1).To(90, 90, 1).Wait(0.5).To(12, 90, 1).To(90, 90, 1).Wait(1);

        Assert.Equal([Side.Right, Side.Left], Count(ExerciseKind.KneeExtension, movement).Select(r => r.Side));
    }

    [Fact]
    public void A_seated_knee_extension_is_not_standing_up()
    {
        var movement = new Movement(rest: 90) { Pose = Movement.Seated };
        movement.Wait(1).To(5, 1).To(90, 1).Wait(1);

        Assert.Empty(Count(ExerciseKind.SitToStand, movement));
        Assert.Single(Count(ExerciseKind.KneeExtension, movement));
    }

    [Fact]
    public void Both_arms_raised_together_are_one_repetition_of_both_sides_with_their_asymmetry()
    {
        var movement = new Movement { Pose = Movement.Arms };
        movement.Wait(1).To(150, 120, 1).To(5, 5, 1).Wait(1);

        var repetition = Assert.Single(Count(ExerciseKind.ShoulderAbduction, movement));

        Assert.Equal(Side.Both, repetition.Side);
        Assert.Equal(145, repetition.LeftRangeDegrees!.Value, 4.0);
        Assert.Equal(115, repetition.RightRangeDegrees!.Value, 4.0);
        Assert.Equal(-23, repetition.SymmetryIndexPercent!.Value, 2.0);
    }

    [Fact]
    public void Repetitions_are_counted_exactly_whatever_the_depth_tempo_pause_tremor_and_attempts()
    {
        var step = Gen.Select(Gen.Double[66, 120], Gen.Double[0.6, 2.5], Gen.Double[0, 3], Gen.Bool);
        Gen.Select(step.Array[1, 12], Gen.Double[0, 4]).Sample((steps, tremor) =>
        {
            var movement = new Movement(tremorDegrees: tremor).Wait(1);
            foreach (var (depth, seconds, pause, attempt) in steps)
                movement.To(attempt ? 24 : depth, attempt ? Math.Max(seconds, 1) : seconds).Wait(pause).To(5, seconds).Wait(0.4 + pause);

            var repetitions = Count(ExerciseKind.Squat, movement);

            Assert.Equal(steps.Select(s => s.Item4), repetitions.Select(r => r.Partial));
        });
    }

    [Fact]
    public void Cutting_the_stream_short_changes_nothing_before_the_cut()
    {
        var movement = new Movement(tremorDegrees: 3).Wait(1).Repeat(95, 3).Repeat(35, 1).Repeat(80, 3);
        var all = Count(ExerciseKind.Squat, movement);

        Gen.Int[1, movement.Frames.Count].Sample(cut =>
        {
            var counter = new RepetitionCounter(ExerciseDefinition.Of(ExerciseKind.Squat));
            var before = movement.Frames.Take(cut).Select(f => counter.Add(f)).OfType<Repetition>().ToList();
            Assert.Equal(all.Take(before.Count), before);
        });
    }

    private static List<Repetition> Count(ExerciseKind kind, Movement movement)
    {
        var counter = new RepetitionCounter(ExerciseDefinition.Of(kind));
        var found = movement.Frames.Select(f => counter.Add(f)).ToList();
        return [.. found.Append(counter.Finish()).OfType<Repetition>()];
    }
}
