using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Appliance.Tests.Sessions;

public sealed class PatientPainTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Patient _patient;
    private readonly PatientPain _pain;
    private int _sessions;

    public PatientPainTests()
    {
        var clock = new WallClock(_time);
        _patient = new Patient(
            new CarePlan { Patient = "pt-7f3a", Version = 1, Exercises = [], PainLimit = 5 },
            new SessionBook(TimeSpan.FromSeconds(60), () => $"s-{++_sessions}"),
            new EventComposer("edge-0001", "pt-7f3a", clock));
        _pain = new PatientPain(_patient, _time);
    }

    [Fact]
    public void A_score_belongs_to_the_session_that_the_exercises_are_in()
    {
        var session = _patient.Book.Touch(TimeSpan.FromSeconds(10));

        var flagged = Rate(6, 20)!;

        Assert.Equal((session, "squat", "pe.pain.high.v1", EventPhase.New), (flagged.Data.Session, flagged.Data.Exercise, flagged.Type, flagged.Data.Phase));
        Assert.Equal((flagged.Id, 2), (Rate(8, 30)!.Id, Rate(9, 40)!.Data.Rev - 1));
    }

    [Fact]
    public void The_next_session_begins_without_pain()
    {
        var before = Rate(6, 0)!;

        var after = Rate(6, 500)!;

        Assert.Equal(("s-1", "s-2"), (before.Data.Session, after.Data.Session));
        Assert.Equal(EventPhase.New, after.Data.Phase);
        Assert.NotEqual(before.Id, after.Id);
    }

    [Fact]
    public void A_finger_that_hits_twice_gives_one_score()
    {
        Assert.True(_pain.TryRate(6, TimeSpan.Zero, null, out _));
        _time.Advance(TimeSpan.FromSeconds(0.4));
        Assert.False(_pain.TryRate(9, TimeSpan.FromSeconds(0.4), null, out var flagged));
        Assert.Null(flagged);
    }

    private FlaggedEvent? Rate(int score, int second)
    {
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(_pain.TryRate(score, TimeSpan.FromSeconds(second), ExerciseKind.Squat, out var flagged));
        return flagged;
    }
}
