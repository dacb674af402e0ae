using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Tests.Sessions.Live;

public class ShownExerciseTests
{
    private static readonly IReadOnlyList<ExerciseLimits> Plan =
    [
        new(ExerciseKind.Squat, Side.Both, 1, 2, TimeSpan.FromSeconds(20), []),
        new(ExerciseKind.ShoulderAbduction, Side.Left, 1, 1, TimeSpan.FromSeconds(20), []),
    ];

    private readonly ShownExercise _shown = new(Plan);
    private readonly Session _session = new("s-1", [.. Plan.Select(l => new ExerciseMonitor(l))]);
    private TimeSpan _now;

    [Fact]
    public void Before_the_session_the_first_of_the_plan_is_shown()
    {
        _shown.Follow(default, _now);

        Assert.Equal(ExerciseKind.Squat, _shown.Limits.Exercise);
        Assert.Null(_shown.Monitor);
    }

    [Fact]
    public void Another_exercise_is_shown_once_a_repetition_of_it_is_done()
    {
        Do(ExerciseKind.ShoulderAbduction, Side.Left);

        Assert.Equal(ExerciseKind.ShoulderAbduction, _shown.Limits.Exercise);
        Assert.False(_shown.IsAllDone);
    }

    [Fact]
    public void The_last_repetition_of_a_set_is_shown_for_a_while_before_the_next_exercise_is()
    {
        Do(ExerciseKind.Squat, Side.Both);
        Assert.False(_shown.IsSetDone);
        Do(ExerciseKind.Squat, Side.Both);
        Assert.True(_shown.IsSetDone);

        Wait(5);
        Assert.Equal(ExerciseKind.Squat, _shown.Limits.Exercise);

        Wait(2);
        Assert.Equal(ExerciseKind.ShoulderAbduction, _shown.Limits.Exercise);
    }

    [Fact]
    public void When_nothing_is_left_it_says_so_and_stays()
    {
        Do(ExerciseKind.Squat, Side.Both);
        Do(ExerciseKind.Squat, Side.Both);
        Do(ExerciseKind.ShoulderAbduction, Side.Left);
        Wait(10);

        Assert.True(_shown.IsAllDone);
        Assert.Equal(ExerciseKind.ShoulderAbduction, _shown.Limits.Exercise);
    }

    private void Do(ExerciseKind exercise, Side side)
    {
        _now += TimeSpan.FromSeconds(3);
        var repetition = new Repetition(exercise, side, _now - TimeSpan.FromSeconds(2), _now - TimeSpan.FromSeconds(1), _now, 90, 95, 90, 90, false, 1);
        _session.LastActivity = _now;
        _session.Monitors.First(m => m.Concerns(repetition)).Add(repetition, _now, []);
        _shown.Follow(new SessionStep(default, repetition, _session, [], RepetitionProgress.None), _now);
    }

    private void Wait(double seconds)
    {
        _now += TimeSpan.FromSeconds(seconds);
        _shown.Follow(new SessionStep(default, null, _session, [], RepetitionProgress.None), _now);
    }
}
