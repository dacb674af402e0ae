using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.TestKit;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;
using System.Numerics;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class PoseTrackerTests : IDisposable
{
    private static readonly VideoFrame Standing = GoldenMaterial.Picture("standing_yaw_0.png");

    private static readonly ExpectedPose Expected =
        GoldenMaterial.Expected(GoldenMaterial.SinglePictures, "lite", "standing_yaw_0.png")[0];

    private readonly PoseTracker _tracker = Trackers.Create();

    public void Dispose() => _tracker.Dispose();

    [Fact]
    public void The_detector_runs_once_while_the_patient_is_followed()
    {
        for (var i = 0; i < 10; i++)
            Assert.True(_tracker.Track(Standing, i / 30.0).HasPose);

        Assert.Equal((10, 1), (_tracker.Timings.Frames, _tracker.Timings.Detections));
        Assert.True(_tracker.Timings.Detecting > TimeSpan.Zero && _tracker.Timings.Landmarking > TimeSpan.Zero);
        Assert.True(_tracker.Timings.Total >= _tracker.Timings.Detecting + _tracker.Timings.Landmarking);
    }

    [Fact]
    public void A_patient_who_left_and_comes_back_is_found_in_the_first_picture()
    {
        var empty = Pictures.Plain(Standing.Width, Standing.Height);
        var before = _tracker.Track(Standing, 0);
        for (var i = 1; i <= 3; i++)
        {
            var nobody = _tracker.Track(empty, i);
            Assert.Equal((false, 0f, i), (nobody.HasPose, nobody.PoseProbability, nobody.CapturedAt.TotalSeconds));
            Assert.Equal(default, nobody.Smoothed[BodyLandmark.Nose]);
        }

        var after = _tracker.Track(Standing, 4);

        Assert.True(after.HasPose);
        Assert.Equal(before.Smoothed[BodyLandmark.LeftKnee], after.Smoothed[BodyLandmark.LeftKnee]);
        Assert.Equal(5, _tracker.Timings.Detections);
    }

    [Fact]
    public void When_the_picture_changes_its_size_the_patient_is_found_again_where_they_are()
    {
        var half = Pictures.Resized(Standing, 240, 320);
        var wide = Pictures.Pasted(Standing, 1280, 720, 700, 40);
        Pictures.AssertNear(_tracker.Track(Standing, 0), Expected, Standing, Vector2.Zero, 1, 12);

        for (var i = 1; i <= 5; i++)
            _tracker.Track(half, i / 30.0);
        Pictures.AssertNear(_tracker.Track(half, 0.2), Expected, Standing, Vector2.Zero, 0.5f, 12);
        for (var i = 7; i <= 12; i++)
            _tracker.Track(wide, i / 30.0);
        Pictures.AssertNear(_tracker.Track(wide, 0.5), Expected, Standing, new Vector2(700, 40), 1, 12);
    }

    [Fact]
    public void A_frame_that_was_never_filled_is_an_error_that_says_so()
    {
        var error = Assert.Throws<ArgumentException>(() => _tracker.Track(new VideoFrame(), 0));

        Assert.Equal("frame", error.ParamName);
        Assert.Contains("0 × 0", error.Message, StringComparison.Ordinal);
        Assert.True(_tracker.Track(Standing, 0.1).HasPose);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2000)]
    [InlineData(2, 1)]
    [InlineData(3000, 3)]
    public void A_picture_too_small_for_anybody_shows_nobody(int width, int height)
    {
        Assert.False(_tracker.Track(Pictures.Plain(width, height), 0).HasPose);
        Assert.True(_tracker.Track(Standing, 0.1).HasPose);
        Assert.False(_tracker.Track(Pictures.Plain(width, height), 0.2).HasPose);
    }

    [Fact]
    public void In_an_8K_picture_the_patient_is_found_in_its_pixels()
    {
        var large = Pictures.Pasted(Pictures.Resized(Standing, 3000, 4000), 7680, 4320, 2000, 200);

        for (var i = 0; i < 2; i++)
            Pictures.AssertNear(_tracker.Track(large, i / 30.0), Expected, Standing, new Vector2(2000, 200), 6.25f, 12);
    }

    [Fact]
    public void Landmarks_are_in_pixels_of_the_picture_as_recorded_when_it_was_scaled_down()
    {
        var plain = _tracker.Track(Standing, 0);
        var frame = Pictures.Resized(Standing, Standing.Width, Standing.Height);
        (frame.SourceWidth, frame.SourceHeight) = (4 * Standing.Width, 4 * Standing.Height);
        using var other = Trackers.Create();

        var scaled = other.Track(frame, 0);

        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            Assert.Equal(4 * plain.Smoothed[i].Pixel, scaled.Smoothed[i].Pixel);
            Assert.Equal(4 * plain.Raw[i].Pixel, scaled.Raw[i].Pixel);
            Assert.Equal(plain.Smoothed[i].World, scaled.Smoothed[i].World);
        }
    }

    [Fact]
    public void A_tracked_picture_costs_no_memory()
    {
        var number = 0;
        for (; number < 5; number++)
            _tracker.Track(Standing, number / 30.0);

        Assert.Equal(0, AllocatedBytes.Of(() => _tracker.Track(Standing, TimeSpan.FromSeconds(number++ / 30.0), out _)));
    }

    [Fact]
    public async Task A_patient_tracked_while_they_move_is_where_they_truly_are()
    {
        await using var camera = new PhantomCamera(People.Squatting(new CameraView { YawDegrees = 35 }), 30);
        var frame = new VideoFrame();
        while (await camera.ReadAsync(frame, TestContext.Current.CancellationToken))
        {
            var pose = _tracker.Track(frame);
            var truth = camera.TruthAt(frame.PresentationTime);
            Assert.InRange((pose.Raw[BodyLandmark.LeftKnee].Pixel - truth.PixelOf(BodyLandmark.LeftKnee)).Length(), 0, 20);
        }

        Assert.Equal(1, _tracker.Timings.Detections);
    }
}
