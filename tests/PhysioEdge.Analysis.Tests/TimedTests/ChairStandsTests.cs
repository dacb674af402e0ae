using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.TimedTests;

namespace PhysioEdge.Analysis.Tests.TimedTests;

public class ChairStandsTests
{
    private readonly ChairStands _stands = new();

    [Fact]
    public void Five_stands_in_a_row_are_timed_from_the_first_movement_to_the_fifth_stand()
    {
        var test = Take(5, seconds: 2.4).Single();

        Assert.Equal(TimedTest.FiveTimesSitToStand, test.Test);
        Assert.Equal((4 * 2.4) + 1, test.Result, 1e-9);
        Assert.True(test.IsValid);
        Assert.Equal(5, test.Phases.Count);
    }

    [Fact]
    public void Four_stands_are_no_test() => Assert.Empty(Take(4, seconds: 2));

    [Fact]
    public void A_rest_in_between_begins_anew()
    {
        Take(3, seconds: 2);

        Assert.Empty(Take(3, seconds: 2, from: 20));
    }

    [Theory]
    [InlineData(1.8, true)]
    [InlineData(3, false)]
    public void Slow_patients_who_sit_for_a_moment_are_tested_and_a_rest_is_remarked(double sitting, bool isValid)
    {
        var tests = Enumerable.Range(0, 5).Select(i => _stands.Add(Stand(i * (2.4 + sitting), 2.4))).OfType<TimedTestResult>();

        Assert.Equal(isValid, Assert.Single(tests).IsValid);
    }

    [Fact]
    public void A_half_stand_among_them_is_remarked()
    {
        _stands.Add(Stand(0, 2) with { Partial = true });

        Assert.False(Take(5, seconds: 2, from: 2).Single().IsValid);
    }

    [Fact]
    public void In_half_a_minute_the_full_stands_are_counted_and_one_that_is_more_than_half_way_up()
    {
        var tests = Take(14, seconds: 2.5);

        Assert.Equal(12, Assert.Single(tests, t => t.Test == TimedTest.ThirtySecondChairStand).Result);
    }

    [Fact]
    public void Other_exercises_are_no_stands() =>
        Assert.All(Enumerable.Range(0, 8), i => Assert.Null(_stands.Add(Stand(i * 2, 2) with { Exercise = ExerciseKind.Squat })));

    private List<TimedTestResult> Take(int count, double seconds, double from = 0) =>
        [.. Enumerable.Range(0, count).Select(i => _stands.Add(Stand(from + (i * seconds), seconds))).OfType<TimedTestResult>()];

    /// <summary>Up in a second.</summary>
    private static Repetition Stand(double start, double seconds) => new(
        ExerciseKind.SitToStand, Side.Both, At(start), At(start + 1.1), At(start + seconds), 85, 5, 85, 85, false, 1)
    {
        Form = new RepetitionForm(1, 0.2, seconds - 1.2, -1.6, 30, 0, 1, 0),
    };

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
