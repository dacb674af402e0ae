using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class LandmarkSmootherTests
{
    private const float BodySize = 500;
    private const double Rate = 30;

    private readonly LandmarkSmoother _smoother = new();

    [Fact]
    public void The_first_picture_passes_as_it_is()
    {
        var estimate = Estimate(100, 0.4f);
        var raw = estimate;

        var region = _smoother.Smooth(ref estimate, TimeSpan.FromSeconds(7));

        AssertSame(raw, estimate);
        Assert.Equal(raw.NextRegion, region);
    }

    [Fact]
    public void Who_stands_still_stays_where_they_are()
    {
        for (var i = 0; i < 50; i++)
            AssertSame(Estimate(100, 0.4f), At(i / Rate, 100, 0.4f));
    }

    [Fact]
    public void A_step_is_followed_without_overshoot_and_almost_all_of_it_at_once()
    {
        At(0, 100);
        var previous = 100f;
        for (var i = 1; i <= 30; i++)
        {
            var x = At(i / Rate, 200).Landmarks[0].Pixel.X;
            Assert.InRange(x, previous, 200.001f);
            previous = x;
            if (i == 1)
                Assert.InRange(x, 190, 200);
        }

        Assert.InRange(previous, 199.9f, 200.001f);
    }

    [Fact]
    public void A_tremble_at_rest_is_mostly_taken_out()
    {
        for (var i = 0; i < 30; i++)
            At(i / Rate, 100 + (i % 2 * 0.2f));

        var seen = Enumerable.Range(30, 10).Select(i => At(i / Rate, 100 + (i % 2 * 0.2f)).Landmarks[0].Pixel.X).ToArray();

        Assert.InRange(seen.Max() - seen.Min(), 0, 0.1f);
    }

    [Fact]
    public void A_far_person_is_smoothed_as_a_near_one()
    {
        var far = new LandmarkSmoother();
        for (var i = 0; i < 20; i++)
        {
            var x = 100 * MathF.Sin(i / 3f);
            var near = At(i / Rate, x);
            var small = Estimate(x / 10, bodySize: BodySize / 10);
            far.Smooth(ref small, TimeSpan.FromSeconds(i / Rate));
            Assert.Equal(near.Landmarks[5].Pixel.X, small.Landmarks[5].Pixel.X * 10, 1e-2f);
        }
    }

    [Fact]
    public void After_a_gap_the_filter_neither_jumps_to_the_new_place_nor_sticks_to_the_old_one()
    {
        for (var i = 0; i < 10; i++)
            At(i / Rate, 100);

        var after = At(60, 105).Landmarks[0].Pixel.X;

        Assert.InRange(after, 101, 104.99f);
        Assert.InRange(At(60.5, 105).Landmarks[0].Pixel.X, after, 105);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_picture_that_is_not_later_than_the_last_does_no_harm(double seconds)
    {
        At(5, 100);

        var x = At(5 + seconds, 110).Landmarks[0].Pixel.X;

        Assert.InRange(x, 100, 110);
        Assert.InRange(At(5.1, 110).Landmarks[0].Pixel.X, x, 110.001f);
    }

    [Fact]
    public void Visibility_follows_by_a_tenth_a_picture()
    {
        At(0, 100, 1);
        Assert.Equal(0.9f, At(1 / Rate, 100, 0).Landmarks[3].Visibility, 1e-6f);
        Assert.Equal(0.81f, At(2 / Rate, 100, 0).Landmarks[3].Visibility, 1e-6f);
    }

    [Fact]
    public void Forgetting_a_track_makes_the_next_picture_the_first()
    {
        At(0, 100, 1);
        _smoother.Reset();

        AssertSame(Estimate(300, 0.2f), At(1 / Rate, 300, 0.2f));
    }

    [Fact]
    public void A_body_of_no_size_gives_no_nonsense()
    {
        for (var i = 0; i < 3; i++)
        {
            var estimate = Estimate(100 + i, bodySize: 0);
            _smoother.Smooth(ref estimate, TimeSpan.FromSeconds(i / Rate));
            Assert.InRange(estimate.Landmarks[0].Pixel.X, 100, 100 + i);
        }
    }

    private static void AssertSame(LandmarkEstimate expected, LandmarkEstimate actual)
    {
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            Assert.InRange((expected.Landmarks[i].Pixel - actual.Landmarks[i].Pixel).Length(), 0, 1e-4f);
            Assert.InRange((expected.Landmarks[i].World - actual.Landmarks[i].World).Length(), 0, 1e-6f);
            Assert.Equal(expected.Landmarks[i].Visibility, actual.Landmarks[i].Visibility, 1e-6f);
        }

        Assert.Equal(expected.MidHip, actual.MidHip);
        Assert.Equal(expected.OnCircle, actual.OnCircle);
    }

    private LandmarkEstimate At(double seconds, float x, float visibility = 1)
    {
        var estimate = Estimate(x, visibility);
        _smoother.Smooth(ref estimate, TimeSpan.FromSeconds(seconds));
        return estimate;
    }

    private static LandmarkEstimate Estimate(float x, float visibility = 1, float bodySize = BodySize)
    {
        var estimate = new LandmarkEstimate { MidHip = new Vector2(x, 300), OnCircle = new Vector2(x, 300 - (bodySize / 2)) };
        for (var i = 0; i < LandmarkSet.Count; i++)
            estimate.Landmarks[i] = new Landmark(new Vector2(x, 10 * i), visibility, new Vector3(x / 500, i / 100f, 0.1f));
        return estimate;
    }
}
