using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>
/// The same landmarks as MediaPipe's own runtime, in pixels of the pictures' 480 × 640.
/// </summary>
/// <remarks>
/// What is left between the two is the official detector: its arithmetic in half precision on the GPU places the region about
/// 0.3 % of its size elsewhere, and each landmark answers to that in its own way. The limits lie a tenth or so above what was measured;
/// a region that is off by half a pixel shows in the shift, which those errors hardly touch as they have no direction.
/// </remarks>
public sealed class GoldenTests(HeavyModel heavy, ITestOutputHelper output)
{
    private static readonly string[] Pictures =
    [
        "standing_yaw_0.png", "squat_half_yaw_35.png", "squat_deep_yaw_80.png",
        "squat_deep_yaw_minus_45.png", "abduction_yaw_0.png", "seated_yaw_45.png",
    ];

    [Theory]
    [InlineData(PoseModel.Lite, 1.8, 9, 0.019, 0.09)]
    [InlineData(PoseModel.Full, 1.45, 8.2, 0.013, 0.045)]
    [InlineData(PoseModel.Heavy, 1.35, 6.3, 0.011, 0.031)]
    public async Task A_picture_alone_gives_the_landmarks_of_the_official_runtime(
        PoseModel model, double meanPixels, double largestPixels, double meanMetres, double largestMetres)
    {
        var deviations = new Deviations();
        if (model == PoseModel.Heavy)
            AddPictures(deviations, model, await heavy.ReadAsync());
        else
            AddPictures(deviations, model, ModelStore.Open().ReadVerified(model));

        output.WriteLine($"{model}: {deviations}");
        Assert.InRange(deviations.MeanPixels, 0, meanPixels);
        Assert.InRange(deviations.LargestPixels, 0, largestPixels);
        Assert.InRange(deviations.MeanMetres, 0, meanMetres);
        Assert.InRange(deviations.LargestMetres, 0, largestMetres);
        Assert.InRange(deviations.LargestVisibility, 0, 0.062);
    }

    [Fact]
    public void No_region_is_off_by_half_a_pixel()
    {
        var deviations = new Deviations();
        foreach (var model in new[] { PoseModel.Lite, PoseModel.Full })
            AddPictures(deviations, model, ModelStore.Open().ReadVerified(model));

        output.WriteLine($"{deviations}");
        Assert.InRange(deviations.ShiftPixels.X, -0.3, 0.3);
        Assert.InRange(deviations.ShiftPixels.Y, -0.3, 0.3);
    }

    [Fact]
    public async Task A_clip_gives_the_smoothed_landmarks_of_the_official_runtime()
    {
        var expected = GoldenMaterial.Expected(GoldenMaterial.Squats, "full", "squats.mp4");
        using var tracker = Trackers.Create(PoseModel.Full);
        await using var source = FrameSource.Open(
            new FrameSourceOptions { Address = GoldenMaterial.PathOf("squats.mp4") }, TimeProvider.System);
        var (frame, deviations, count) = (new VideoFrame(), new Deviations(), 0);
        for (; await source.ReadAsync(frame, TestContext.Current.CancellationToken); count++)
            deviations.Add(expected[count], Found(tracker, frame), frame.Width, frame.Height);

        output.WriteLine($"{deviations}");
        Assert.Equal(expected.Length, count);
        Assert.Equal(1, tracker.Timings.Detections);
        Assert.InRange(deviations.MeanPixels, 0, 1.5);
        Assert.InRange(deviations.LargestPixels, 0, 7.5);
        Assert.InRange(deviations.ShiftPixels.Length(), 0, 0.25);
        Assert.InRange(deviations.MeanMetres, 0, 0.011);
        Assert.InRange(deviations.LargestMetres, 0, 0.09);
        Assert.InRange(deviations.LargestVisibility, 0, 0.062);
    }

    private static void AddPictures(Deviations deviations, PoseModel model, byte[] landmarks)
    {
        foreach (var name in Pictures)
        {
            var expected = GoldenMaterial.Expected(GoldenMaterial.SinglePictures, model.ToString().ToLowerInvariant(), name);
            var picture = GoldenMaterial.Picture(name);
            using var tracker = Trackers.Create(landmarks);
            deviations.Add(Assert.Single(expected), Found(tracker, picture), picture.Width, picture.Height);
        }
    }

    private static LandmarkSet Found(PoseTracker tracker, VideoFrame frame)
    {
        var pose = tracker.Track(frame);
        Assert.True(pose.HasPose);
        return pose.Smoothed;
    }
}
