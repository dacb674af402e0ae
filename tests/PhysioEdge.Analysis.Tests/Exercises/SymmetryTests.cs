using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.Tests.Exercises;

public class SymmetryTests
{
    [Theory]
    [InlineData(90, 90, 0.0)]
    [InlineData(80, 120, 40.0)]
    [InlineData(120, 80, -40.0)]
    [InlineData(0, 50, 200.0)]
    public void The_index_is_the_difference_over_the_mean(double left, double right, double percent)
        => Assert.Equal(percent, Symmetry.IndexPercent(left, right)!.Value, 1e-9);

    [Fact]
    public void Two_sides_that_did_not_move_have_no_symmetry() => Assert.Null(Symmetry.IndexPercent(0, 0));
}
