using System.Numerics;
using CsCheck;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Vision.Lifting;

namespace PhysioEdge.Vision.Tests.Lifting;

public class LiftFeaturesTests
{
    private static readonly Vector2 Picture = new(480, 640);

    [Fact]
    public void The_same_picture_with_more_pixels_says_the_same() => Gen.Float[0.3f, 5].Sample(scale =>
    {
        var (once, larger) = (Read(Body(Vector2.Zero, 1), Picture), Read(Body(Vector2.Zero, scale), Picture * scale));

        Assert.All(once.Zip(larger), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    });

    [Fact]
    public void Only_the_place_in_the_picture_tells_where_the_body_stands_in_it()
    {
        var (here, there) = (Read(Body(Vector2.Zero, 1), Picture), Read(Body(new Vector2(40, -20), 1), Picture));

        Assert.All(here.Zip(there).SkipLast(3), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        Assert.NotEqual(here[^3], there[^3]);
    }

    [Fact]
    public void How_long_a_thigh_has_looked_is_remembered_when_it_points_at_the_camera()
    {
        var (features, body) = (new LiftFeatures(), Body(Vector2.Zero, 1));
        var (standing, pointing) = (new float[LiftFeatures.Count], new float[LiftFeatures.Count]);
        features.Add(body, Picture, 0, standing);
        body[11] = body[11] with { Pixel = body[9].Pixel + new Vector2(0, 5) };
        features.Add(body, Picture, 1 / 30.0, pointing);

        const int leftThigh = LiftedLandmarks.Count * 6;
        Assert.Equal(standing[leftThigh], pointing[leftThigh], 0.02f);
    }

    [Fact]
    public void A_mirror_says_of_the_left_side_what_the_picture_says_of_the_right_one() => Gen.Float[-80, 80].Array[LiftedLandmarks.Count * 3].Sample(offsets =>
    {
        var body = Body(Vector2.Zero, 1);
        for (var i = 0; i < body.Length; i++)
            body[i] = new Landmark(body[i].Pixel + new Vector2(offsets[3 * i], offsets[(3 * i) + 1]), i / 20f, new Vector3(offsets[3 * i], offsets[(3 * i) + 2], i));
        var mirrored = new Landmark[body.Length];
        for (var i = 0; i < body.Length; i++)
        {
            var other = body[LiftedLandmarks.Opposite(i)];
            mirrored[i] = new Landmark(other.Pixel with { X = Picture.X - other.Pixel.X }, other.Visibility, other.World * new Vector3(-1, 1, 1));
        }

        var (plain, inMirror) = (Read(body, Picture), Read(mirrored, Picture));

        Assert.All(LiftFeatures.Mirror.Index(), feature =>
            Assert.Equal(feature.Item.Negated ? -plain[feature.Item.From] : plain[feature.Item.From], inMirror[feature.Index], 1e-3f));
    });

    private static float[] Read(Landmark[] body, Vector2 picture)
    {
        var read = new float[LiftFeatures.Count];
        new LiftFeatures().Add(body, picture, 0, read);
        return read;
    }

    /// <summary>Somebody who stands, from the front.</summary>
    private static Landmark[] Body(Vector2 shift, float scale)
    {
        (float X, float Y)[] left = [(0, 100), (5, 100), (20, 150), (25, 200), (25, 240), (12, 260), (12, 340), (12, 420), (12, 430), (14, 440)];
        var body = new Landmark[LiftedLandmarks.Count];
        for (var i = 0; i < body.Length; i++)
        {
            var (x, y) = left[i == 0 ? 0 : (i + 1) / 2];
            var at = new Vector2(240 + (i % 2 == 1 ? x : -x), y) + shift;
            body[i] = new Landmark(scale * at, 0.9f, new Vector3(x, y - 260, 0) / 200);
        }

        return body;
    }
}
