using System.Numerics;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class BodyRegionTests
{
    [Theory]
    [InlineData(0, -100, 0)]
    [InlineData(100, 0, 90)]
    [InlineData(-100, 0, -90)]
    [InlineData(100, -100, 45)]
    public void A_body_s_region_is_turned_as_it_leans_and_a_quarter_larger_than_its_circle(float x, float y, float degrees)
    {
        var hips = new Vector2(200, 300);

        var region = BodyRegion.FromAlignment(hips, hips + new Vector2(x, y));

        Assert.Equal(hips, region.Center);
        Assert.Equal(2.5f * new Vector2(x, y).Length(), region.Size, 1e-3f);
        Assert.Equal(degrees, region.Rotation * 180 / MathF.PI, 1e-3f);
    }

    [Fact]
    public void The_point_above_the_hips_lies_straight_above_the_middle_of_the_region()
    {
        var (hips, onCircle) = (new Vector2(200, 300), new Vector2(260, 220));

        var at = BodyRegion.FromAlignment(hips, onCircle).ToPicture(new Vector2(0.5f, 0.1f));

        Assert.InRange((at - onCircle).Length(), 0, 1e-3f);
    }

    [Fact]
    public void Upside_down_is_half_a_turn_of_either_sign()
        => Assert.Equal(MathF.PI, MathF.Abs(BodyRegion.FromAlignment(Vector2.Zero, new Vector2(0, 10)).Rotation), 1e-5f);

    [Fact]
    public void The_whole_picture_is_letterboxed()
    {
        var region = BodyRegion.WholePicture(640, 360);

        Assert.Equal(new BodyRegion(new Vector2(320, 180), 640, 0), region);
        Assert.Equal(new Vector2(0, -140), region.ToPicture(Vector2.Zero));
        Assert.Equal(new Vector2(640, 500), region.ToPicture(Vector2.One));
    }

    [Theory]
    [InlineData(50, 40, 60, true)]
    [InlineData(-29, 40, 60, true)]
    [InlineData(-31, 40, 60, false)]
    [InlineData(50, 111, 60, false)]
    [InlineData(50, 40, 3, false)]
    [InlineData(50, 40, 801, false)]
    [InlineData(float.NaN, 40, 60, false)]
    [InlineData(50, float.PositiveInfinity, 60, false)]
    [InlineData(50, 40, float.NaN, false)]
    public void A_region_is_usable_when_it_touches_the_picture_and_is_of_a_sensible_size(float x, float y, float size, bool usable) =>
        Assert.Equal(usable, new BodyRegion(new Vector2(x, y), size, 0).IsUsable(100, 80));
}
