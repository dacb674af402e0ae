using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class GoldenTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(PoseModel.Lite)]
    [InlineData(PoseModel.Full)]
    public void Measure(PoseModel model)
    {
        foreach (var name in new[] { "standing_yaw_0.png", "abduction_yaw_0.png", "seated_yaw_45.png", "squat_deep_yaw_80.png", "squat_deep_yaw_minus_45.png", "squat_half_yaw_35.png" })
        {
            var frame = GoldenMaterial.Picture(name);
            using var tracker = Trackers.Create(model);
            var pose = tracker.Track(frame);
            var e = GoldenMaterial.Expected(GoldenMaterial.SinglePictures, model.ToString().ToLowerInvariant(), name)[0];
            var (p, w, v) = (e.PixelErrors(pose.Smoothed, 480, 640).ToArray(), e.WorldErrors(pose.Smoothed).ToArray(), e.VisibilityErrors(pose.Smoothed).ToArray());
            output.WriteLine($"{model} {name}: {p.Average():F3} {p.Max():F3} px; {w.Average():F5} {w.Max():F5} m; vis {v.Max():F4}");
        }
    }

    [Fact]
    public async Task Clip()
    {
        using var tracker = Trackers.Create(PoseModel.Full);
        await using var source = FrameSource.Open(new FrameSourceOptions { Address = GoldenMaterial.PathOf("squats.mp4") }, TimeProvider.System);
        var frame = new VideoFrame();
        var all = GoldenMaterial.Expected(GoldenMaterial.Squats, "full", "squats.mp4");
        for (var i = 0; await source.ReadAsync(frame, TestContext.Current.CancellationToken); i++)
        {
            var pose = tracker.Track(frame);
            var e = all[i];
            var (p, w, v) = (e.PixelErrors(pose.Smoothed, 480, 640).ToArray(), e.WorldErrors(pose.Smoothed).ToArray(), e.VisibilityErrors(pose.Smoothed).ToArray());
            output.WriteLine($"{i} {frame.PresentationTime} {p.Average():F3} {p.Max():F3} px; {w.Average():F5} {w.Max():F5} m; vis {v.Max():F4}");
        }
    }
}
