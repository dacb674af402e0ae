using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Tests.Signals;

public class SpectralArcLengthTests
{
    private const double RateHz = 30;

    [Fact]
    public void The_smoothest_movement_there_is_is_near_minus_one_and_a_half()
        => Assert.InRange(SpectralArcLength.Of((Bell(tremor: 0), RateHz))!.Value, -1.7, -1.3);

    [Fact]
    public void Tremor_makes_a_movement_less_smooth()
        => Assert.True(SpectralArcLength.Of((Bell(tremor: 0.5), RateHz)) < SpectralArcLength.Of((Bell(tremor: 0), RateHz)) - 0.2);

    [Fact]
    public void Neither_size_nor_unit_matter()
        => Assert.Equal(
            SpectralArcLength.Of((Bell(tremor: 0.3), RateHz))!.Value,
            SpectralArcLength.Of(([.. Bell(tremor: 0.3).Select(v => 57 * v)], RateHz))!.Value,
            1e-9);

    [Fact]
    public void Too_short_or_no_movement_has_none()
    {
        Assert.Null(SpectralArcLength.Of(([1, 2, 1], RateHz)));
        Assert.Null(SpectralArcLength.Of((new double[30], RateHz)));
    }

    /// <summary>The speed of a minimum-jerk movement of one second.</summary>
    private static double[] Bell(double tremor)
        => [.. Enumerable.Range(0, 31).Select(i => i / RateHz).Select(t => (30 * t * t * (1 - t) * (1 - t)) + (tremor * Math.Sin(2 * Math.PI * 5 * t)))];
}
