using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Exercises;

public class ExerciseTrackerTests
{
    [Fact]
    public void Squats_are_squats_not_sit_to_stands_seen_from_below()
    {
        var (dominant, repetitions) = Track(new Movement().Wait(1).Repeat(95, 5));

        Assert.Equal(ExerciseKind.Squat, dominant);
        Assert.Equal(5, repetitions.Count);
    }

    [Fact]
    public void Standing_up_from_a_chair_is_not_a_squat_seen_from_above()
    {
        var (dominant, repetitions) = Track(new Movement(rest: 95).Wait(1).Repeat(5, 5));

        Assert.Equal(ExerciseKind.SitToStand, dominant);
        Assert.Equal(5, repetitions.Count);
    }

    [Fact]
    public void Without_shoulders_standing_up_is_not_taken_for_a_knee_extension_in_between()
    {
        var movement = new Movement(rest: 95) { Pose = WithoutHips }.Wait(1);
        foreach (var seconds in new[] { 0.8, 1.3, 0.7, 1.4, 0.6 })
            movement.To(5, 4, seconds).Wait(0.3).To(95, 93, seconds).Wait(0.2 * seconds);

        var (_, repetitions) = Track(movement.Wait(1));

        Assert.Equal(5, repetitions.Count);
        Assert.All(repetitions, r => Assert.Equal(ExerciseKind.SitToStand, r.Exercise));

        static AngleSet WithoutHips(double left, double right)
        {
            var set = Movement.Squat(left, right);
            set[JointAngle.HipLeft] = set[JointAngle.HipRight] = AngleReading.Unknown;
            return set;
        }
    }

    [Theory]
    [InlineData(26, 140, 0)]
    [InlineData(35, 95, 1)]
    public void An_arm_that_moves_a_little_before_the_first_time_it_is_raised_is_no_attempt(double before, double raised, int attempts)
    {
        var (_, repetitions) = Track(new Movement { Pose = Movement.Arms }.Wait(1).Repeat(before, 1).Repeat(raised, 3));

        Assert.Equal(3, repetitions.Count(r => !r.Partial));
        Assert.Equal(attempts, repetitions.Count(r => r.Partial));
    }

    [Fact]
    public void A_knee_extension_in_a_chair_is_neither()
    {
        var movement = new Movement(rest: 90) { Pose = Movement.Seated };

        var (dominant, repetitions) = Track(movement.Wait(1).Repeat(8, 4));

        Assert.Equal(ExerciseKind.KneeExtension, dominant);
        Assert.Equal(4, repetitions.Count);
    }

    [Fact]
    public void Arms_raised_sideways_are_an_abduction()
    {
        var movement = new Movement { Pose = Movement.Arms };

        Assert.Equal(ExerciseKind.ShoulderAbduction, Track(movement.Wait(1).Repeat(140, 4)).Dominant);
    }

    [Fact]
    public void Somebody_who_only_stands_there_does_no_exercise()
    {
        var (dominant, repetitions) = Track(new Movement(tremorDegrees: 3).Wait(20));

        Assert.Null(dominant);
        Assert.Empty(repetitions);
    }

    [Fact]
    public void The_first_repetition_can_be_shown_before_it_is_clear_which_exercise_it_is()
    {
        var tracker = ExerciseTracker.ForAll();
        foreach (var frame in new Movement().Wait(1).To(70, 1).Wait(0.3).Frames)
            tracker.Add(frame);

        var squat = tracker.ProgressOf(ExerciseKind.Squat, Side.Both);

        Assert.Null(tracker.Progress.Exercise);
        Assert.Equal(RepetitionPhase.Outward, squat.Phase);
        Assert.Equal(65, squat.ExcursionDegrees, 1.0);
        Assert.Equal(70, squat.AngleDegrees, 1.0);
        Assert.Equal(RepetitionProgress.None, tracker.ProgressOf(ExerciseKind.Squat, Side.Left));
    }

    private static (ExerciseKind? Dominant, List<Repetition> Repetitions) Track(Movement movement)
    {
        var tracker = ExerciseTracker.ForAll();
        var found = movement.Frames.Select(f => tracker.Add(f)).ToList();
        return (tracker.Dominant, [.. found.OfType<Repetition>(), .. tracker.Finish()]);
    }
}
