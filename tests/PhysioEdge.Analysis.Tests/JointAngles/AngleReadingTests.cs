using CsCheck;
using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Analysis.Tests.JointAngles;

public class AngleReadingTests
{
    [Fact]
    public void Of_readings_with_errors_as_expected_two_of_three_are_within_their_uncertainty_and_as_many_within_5_degrees_as_the_quality_says()
    {
        var random = new Random(5);
        var errors = Enumerable.Range(0, 40_000).Select(_ => -4 * Math.Log(1 - random.NextDouble())).ToList();
        var reading = AngleReading.Expected(90, meanErrorDegrees: 4);

        Assert.Equal(2 / 3.0, errors.Count(e => e <= reading.UncertaintyDegrees) / 40_000.0, 0.01);
        Assert.Equal(reading.Quality, errors.Count(e => e <= 5) / 40_000.0, 0.01);
    }

    [Fact]
    public void The_larger_the_error_expected_the_lower_the_quality() => Gen.Select(Gen.Double[0.1, 60], Gen.Double[0.1, 60]).Sample((a, b) =>
        a == b || AngleReading.Expected(30, Math.Min(a, b)).Quality > AngleReading.Expected(30, Math.Max(a, b)).Quality);

    [Fact]
    public void An_angle_that_may_well_be_more_than_10_degrees_off_is_not_trusted()
    {
        Assert.True(AngleReading.Expected(30, 8).IsTrusted);
        Assert.False(AngleReading.Expected(30, 12).IsTrusted);
        Assert.False(AngleReading.Unknown.IsTrusted);
        Assert.True(new AngleReading(30, 1).IsTrusted);
    }
}
