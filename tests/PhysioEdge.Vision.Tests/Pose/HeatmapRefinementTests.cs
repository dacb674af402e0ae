using System.Numerics;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class HeatmapRefinementTests
{
    private const int Side = 64;
    private const float Sure = 30;
    private const float Never = -100;

    private readonly float[] _heatmap = [.. Enumerable.Repeat(Never, Side * Side)];

    [Fact]
    public void A_landmark_moves_to_the_one_cell_that_is_sure()
    {
        Set(33, 21, Sure);

        Assert.Equal(new Vector2(33, 21) / Side, HeatmapRefinement.Refine(new Vector2(31.7f, 22.2f) / Side, _heatmap));
    }

    [Fact]
    public void Between_two_cells_it_lies_by_their_confidence()
    {
        Set(30, 20, Sure);
        Set(33, 20, 0);

        var refined = HeatmapRefinement.Refine(new Vector2(31, 20) / Side, _heatmap);

        Assert.Equal(31, refined.X * Side, 1e-4f);
        Assert.Equal(20, refined.Y * Side, 1e-4f);
    }

    [Theory]
    [InlineData(27, 20)]
    [InlineData(35, 20)]
    [InlineData(31, 16)]
    [InlineData(31, 24)]
    public void A_cell_out_of_reach_moves_nothing(int x, int y)
    {
        Set(x, y, Sure);
        var point = new Vector2(31.4f, 20.9f) / Side;

        Assert.Equal(point, HeatmapRefinement.Refine(point, _heatmap));
    }

    [Theory]
    [InlineData(-0.01f, false)]
    [InlineData(0.01f, true)]
    public void It_moves_only_where_the_heatmap_is_at_least_half_sure(float logit, bool moves)
    {
        Set(33, 20, logit);
        var point = new Vector2(31, 20) / Side;

        Assert.Equal(moves, HeatmapRefinement.Refine(point, _heatmap) != point);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(63, 63)]
    [InlineData(0, 63)]
    public void At_the_border_only_the_cells_that_are_there_count(int x, int y)
    {
        Set(x, y, Sure);

        Assert.Equal(new Vector2(x, y) / Side, HeatmapRefinement.Refine(new Vector2(x + 0.5f, y + 0.5f) / Side, _heatmap));
    }

    [Theory]
    [InlineData(-0.5f, 0.5f)]
    [InlineData(0.5f, 1f)]
    [InlineData(1.7f, -3f)]
    [InlineData(float.NaN, float.PositiveInfinity)]
    public void A_landmark_outside_the_region_stays_where_it_is(float x, float y)
    {
        Array.Fill(_heatmap, Sure);

        Assert.Equal(new Vector2(x, y), HeatmapRefinement.Refine(new Vector2(x, y), _heatmap));
    }

    private void Set(int x, int y, float logit) => _heatmap[(y * Side) + x] = logit;
}
