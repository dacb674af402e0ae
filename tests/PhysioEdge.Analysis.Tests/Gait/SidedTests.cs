using PhysioEdge.Analysis.Gait;

namespace PhysioEdge.Analysis.Tests.Gait;

public class SidedTests
{
    [Theory]
    [InlineData(2.0, 4.0, 3.0)]
    [InlineData(2.0, null, 2.0)]
    [InlineData(null, 4.0, 4.0)]
    public void The_mean_is_of_the_sides_that_are_known(double? left, double? right, double mean)
        => Assert.Equal(mean, new Sided(left, right).Mean);

    [Fact]
    public void Nothing_is_known_of_no_side()
    {
        Assert.Null(new Sided(null, null).Mean);
        Assert.Null(new Sided(1, null).AsymmetryPercent);
    }

    [Fact]
    public void Asymmetry_is_positive_when_the_right_is_larger()
    {
        Assert.Equal(200.0 / 3, new Sided(1, 2).AsymmetryPercent!.Value, 6);
        Assert.Equal(-200.0 / 3, new Sided(2, 1).AsymmetryPercent!.Value, 6);
    }
}
