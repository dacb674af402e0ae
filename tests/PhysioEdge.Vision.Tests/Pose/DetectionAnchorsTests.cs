using System.Numerics;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class DetectionAnchorsTests
{
    private static readonly Vector2[] Anchors = DetectionAnchors.Create();

    [Fact]
    public void There_are_as_many_as_the_model_has_rows() => Assert.Equal(2254, Anchors.Length);

    [Theory]
    [InlineData(0, 0.5 / 28, 0.5 / 28)]
    [InlineData(1, 0.5 / 28, 0.5 / 28)]
    [InlineData(2, 1.5 / 28, 0.5 / 28)]
    [InlineData(56, 0.5 / 28, 1.5 / 28)]
    [InlineData(1567, 27.5 / 28, 27.5 / 28)]
    [InlineData(1568, 0.5 / 14, 0.5 / 14)]
    [InlineData(1570, 1.5 / 14, 0.5 / 14)]
    [InlineData(1960, 0.5 / 7, 0.5 / 7)]
    [InlineData(1965, 0.5 / 7, 0.5 / 7)]
    [InlineData(1966, 1.5 / 7, 0.5 / 7)]
    [InlineData(2253, 6.5 / 7, 6.5 / 7)]
    public void Each_lies_in_the_middle_of_its_cell_by_row_column_and_layer(int index, double x, double y)
    {
        Assert.Equal((float)x, Anchors[index].X, 1e-6f);
        Assert.Equal((float)y, Anchors[index].Y, 1e-6f);
    }
}
