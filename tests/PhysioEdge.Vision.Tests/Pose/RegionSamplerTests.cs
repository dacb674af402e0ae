using System.Numerics;
using CsCheck;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class RegionSamplerTests
{
    private const int Size = 24;

    /// <summary>Coordinates are kept to 1/256 pixel: a value may be off by half of that in x and in y, times the step between pixels.</summary>
    private const double Tolerance = (255 / 256.0) + 0.01;

    private static readonly Gen<(int Width, int Height, int Seed)> AnyPicture =
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], Gen.Int[0, int.MaxValue]);

    private static readonly Gen<BodyRegion> AnyRegion = Gen.Select(
        Gen.Float[-40, 100], Gen.Float[-40, 100], Gen.Float[4, 160], Gen.Float[-MathF.Tau, MathF.Tau],
        static (x, y, size, rotation) => new BodyRegion(new Vector2(x, y), size, rotation));

    [Theory]
    [InlineData(Border.Replicate)]
    [InlineData(Border.Black)]
    internal void Any_region_of_any_picture_is_sampled_as_the_definition_says(Border border) =>
        Gen.Select(AnyPicture, AnyRegion).Sample(
            (picture, region) => Check(picture.Width, picture.Height, picture.Seed, region, border), iter: 2000);

    [Theory]
    [InlineData(Border.Replicate)]
    [InlineData(Border.Black)]
    internal void A_region_far_outside_the_picture_is_only_border(Border border)
    {
        foreach (var at in new[] { new Vector2(-5000, 20), new Vector2(9000, 9000), new Vector2(10, -700) })
            Check(50, 40, 1, new BodyRegion(at, 300, 0.4f), border);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MathF.PI / 2)]
    [InlineData(MathF.PI)]
    [InlineData(-MathF.PI / 2)]
    public void A_region_as_large_as_the_input_gives_the_pixels_themselves(float rotation)
    {
        var rgb = Noise(Size, Size, 5);
        var planes = Sample(rgb, Size, Size, new BodyRegion(new Vector2(Size / 2f), Size, rotation), Border.Replicate, 0, 255);

        for (var i = 0; i < Size * Size; i++)
        {
            var offset = Rotate(new Vector2((i % Size) - ((Size - 1) / 2f), (i / Size) - ((Size - 1) / 2f)), rotation);
            var (x, y) = ((int)MathF.Round(offset.X + ((Size - 1) / 2f)), (int)MathF.Round(offset.Y + ((Size - 1) / 2f)));
            for (var channel = 0; channel < 3; channel++)
                Assert.Equal(rgb[(((y * Size) + x) * 3) + channel], planes[(channel * Size * Size) + i], 0.01f);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    public void Black_and_white_become_the_ends_of_the_range(float low, float high)
    {
        byte[] rgb = [.. Enumerable.Repeat((byte)0, 3 * 50), .. Enumerable.Repeat((byte)255, 3 * 50)];

        var planes = Sample(rgb, 10, 10, new BodyRegion(new Vector2(5), 10, 0), Border.Replicate, low, high);

        Assert.Equal(low, planes[0], 1e-6f);
        Assert.Equal(high, planes[^1], 1e-6f);
    }

    [Fact]
    public void The_definition_does_not_hold_for_a_region_half_a_pixel_off() =>
        Assert.ThrowsAny<Exception>(() => Compare(
            Noise(40, 40, 3), 40, 40, new BodyRegion(new Vector2(20), 30, 0), new BodyRegion(new Vector2(20.5f, 20), 30, 0), Border.Replicate));

    private static void Check(int width, int height, int seed, BodyRegion region, Border border) =>
        Compare(Noise(width, height, seed), width, height, region, region, border);

    private static void Compare(byte[] rgb, int width, int height, BodyRegion sampled, BodyRegion defined, Border border)
    {
        var planes = Sample(rgb, width, height, sampled, border, 0, 255);
        for (var i = 0; i < Size * Size; i++)
        {
            var at = SourceOf(i, defined);
            if (border == Border.Black && IsAtEdge(at, width, height))
                continue;
            for (var channel = 0; channel < 3; channel++)
            {
                var expected = Defined(rgb, width, height, at, channel, border);
                Assert.InRange(planes[(channel * Size * Size) + i], expected - Tolerance, expected + Tolerance);
            }
        }
    }

    /// <summary>Where the middle of a destination pixel lies in the picture, pixel centres at whole numbers.</summary>
    private static (double X, double Y) SourceOf(int index, BodyRegion region)
    {
        var (sin, cos) = Math.SinCos(region.Rotation);
        var x = ((((index % Size) + 0.5) / Size) - 0.5) * region.Size;
        var y = ((((index / Size) + 0.5) / Size) - 0.5) * region.Size;
        return (region.Center.X + (cos * x) - (sin * y) - 0.5, region.Center.Y + (sin * x) + (cos * y) - 0.5);
    }

    /// <summary>Bilinear interpolation of the picture, continued as the border says.</summary>
    private static double Defined(byte[] rgb, int width, int height, (double X, double Y) at, int channel, Border border)
    {
        if (border == Border.Black && (at.X < -0.5 || at.Y < -0.5 || at.X > width - 0.5 || at.Y > height - 0.5))
            return 0;
        var (column, row) = (Math.Floor(at.X), Math.Floor(at.Y));
        var (fx, fy) = (at.X - column, at.Y - row);
        return ((1 - fy) * (((1 - fx) * Pixel(column, row)) + (fx * Pixel(column + 1, row))))
            + (fy * (((1 - fx) * Pixel(column, row + 1)) + (fx * Pixel(column + 1, row + 1))));

        double Pixel(double x, double y)
            => rgb[((((int)Math.Clamp(y, 0, height - 1) * width) + (int)Math.Clamp(x, 0, width - 1)) * 3) + channel];
    }

    /// <summary>On the very edge of the picture the rounding of the coordinates decides which side of it a point is.</summary>
    private static bool IsAtEdge((double X, double Y) at, int width, int height)
    {
        const double Rounding = 1 / 256.0;
        return Math.Abs(at.X + 0.5) <= Rounding || Math.Abs(at.X + 0.5 - width) <= Rounding
            || Math.Abs(at.Y + 0.5) <= Rounding || Math.Abs(at.Y + 0.5 - height) <= Rounding;
    }

    private static float[] Sample(byte[] rgb, int width, int height, BodyRegion region, Border border, float low, float high)
    {
        var planes = new float[3 * Size * Size];
        new RegionSampler(Size, border, low, high).Sample(rgb, width, height, region, planes);
        return planes;
    }

    private static byte[] Noise(int width, int height, int seed)
    {
        var rgb = new byte[width * height * 3];
        new Random(seed).NextBytes(rgb);
        return rgb;
    }

    private static Vector2 Rotate(Vector2 v, float angle)
    {
        var (sin, cos) = MathF.SinCos(angle);
        return new Vector2((cos * v.X) - (sin * v.Y), (sin * v.X) + (cos * v.Y));
    }
}
