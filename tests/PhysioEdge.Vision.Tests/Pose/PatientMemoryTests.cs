using System.Numerics;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class PatientMemoryTests
{
    private static readonly Rgb Blue = new(40, 80, 190);
    private static readonly Rgb Red = new(190, 60, 50);
    private static readonly Sighting Patient = Seen(Blue);

    private readonly PatientMemory _memory = new();

    [Fact]
    public void Nobody_is_remembered_at_first()
    {
        Assert.False(_memory.IsFresh(At(0)));
        Assert.False(_memory.Doubts(Seen(Red, 400), At(1)));
    }

    [Fact]
    public void Somebody_seen_for_a_moment_only_is_not_yet_the_patient()
    {
        Follow(0.4);

        Assert.False(_memory.IsFresh(At(0.4)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3.9, true)]
    [InlineData(4.2, false)]
    public void The_patient_is_remembered_for_three_seconds_out_of_view(double seconds, bool fresh)
    {
        Follow(1);

        Assert.Equal(fresh, _memory.IsFresh(At(seconds)));
    }

    [Fact]
    public void The_patient_is_not_doubted_while_they_move_as_people_do()
    {
        Follow(1);

        Assert.False(_memory.Doubts(Patient, At(1.03)));
        Assert.False(_memory.Doubts(Patient with { MidHip = Patient.MidHip + new Vector2(15, 10) }, At(1.03)));
    }

    [Fact]
    public void Other_colours_or_a_leap_raise_doubts()
    {
        Follow(1);

        Assert.True(_memory.Doubts(Seen(Red), At(1.03)));
        Assert.True(_memory.Doubts(Seen(Blue, 230), At(1.03)));
    }

    [Fact]
    public void The_more_unlike_in_colours_place_or_size_the_greater_the_mismatch()
    {
        Follow(1);

        var same = _memory.Mismatch(Patient, At(1));
        Assert.InRange(same, 0, 0.01f);
        Assert.InRange(_memory.Mismatch(Seen(Red), At(1)), 0.5f, 1.01f);
        Assert.InRange(_memory.Mismatch(Seen(Blue, 400), At(1)), 0.3f, 1);
        Assert.InRange(_memory.Mismatch(Patient with { Size = 250 }, At(1)), 0.3f, 0.4f);
        Assert.Equal(
            _memory.Mismatch(Patient with { Size = 1000 }, At(1)), _memory.Mismatch(Patient with { Size = 250 }, At(1)), 1e-4f);
    }

    [Fact]
    public void The_longer_ago_the_less_the_place_says()
    {
        Follow(1);

        Assert.True(_memory.Mismatch(Seen(Blue, 400), At(3)) < _memory.Mismatch(Seen(Blue, 400), At(1)) / 4);
        Assert.Equal(_memory.Mismatch(Seen(Red), At(3)), _memory.Mismatch(Seen(Red), At(1)), 1e-4f);
    }

    [Fact]
    public void A_stranger_followed_for_a_second_does_not_become_the_patient()
    {
        Follow(3);
        Learn(Seen(Red), from: 3, until: 4);

        Assert.True(_memory.Mismatch(Patient, At(4)) < _memory.Mismatch(Seen(Red), At(4)));
        Assert.True(_memory.Doubts(Seen(Red), At(4)));
    }

    [Fact]
    public void The_patient_in_another_light_is_learnt_after_a_while()
    {
        Follow(3);
        Learn(Seen(Red), from: 3, until: 12);

        Assert.False(_memory.Doubts(Seen(Red), At(12)));
        Assert.InRange(_memory.Mismatch(Seen(Red), At(12)), 0, 0.4f);
    }

    [Fact]
    public void Whoever_comes_when_the_patient_is_forgotten_is_taken_as_they_are()
    {
        Follow(3);
        _memory.Meet(Seen(Red, 400), At(10));

        Assert.False(_memory.IsFresh(At(10)));
        Assert.InRange(_memory.Mismatch(Seen(Red, 400), At(10)), 0, 0.01f);
    }

    [Fact]
    public void The_patient_who_comes_back_in_time_is_known_at_once()
    {
        Follow(3);
        _memory.Meet(Patient, At(5));

        Assert.True(_memory.IsFresh(At(5)));
        Assert.InRange(_memory.Mismatch(Patient, At(5)), 0, 0.01f);
    }

    [Fact]
    public void Waiting_at_a_picture_that_has_no_later_time_changes_nothing()
    {
        Follow(1);
        _memory.Learn(Seen(Red), At(1));

        Assert.InRange(_memory.Mismatch(Patient, At(1)), 0, 0.01f);
    }

    private static Sighting Seen(Rgb shirt, float x = 200) => new(new Vector2(x, 300), 500, TorsoColoursTests.Of(shirt));

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Follow(double seconds)
    {
        _memory.Meet(Patient, At(0));
        Learn(Patient, 0, seconds);
    }

    private void Learn(Sighting sighting, double from, double until)
    {
        for (var t = from; t < until + 0.001; t += 0.1)
            _memory.Learn(sighting, At(t));
    }
}
