using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class EnsembleTests
{
    private static readonly BodyLandmark[] Joints =
    [
        BodyLandmark.LeftShoulder, BodyLandmark.RightShoulder, BodyLandmark.LeftHip, BodyLandmark.RightHip,
        BodyLandmark.LeftKnee, BodyLandmark.RightKnee, BodyLandmark.LeftAnkle, BodyLandmark.RightAnkle,
    ];

    [Fact]
    public async Task Seen_in_a_mirror_left_stays_left_and_everything_is_where_it_is()
    {
        var (frame, truth) = await StandingAsync();
        using var tracker = new PoseTracker(Trackers.Load(PoseModel.Detection), [Trackers.Load(PoseModel.Lite)], Trackers.Load(PoseModel.Lite), TimeProvider.System);
        var seen = tracker.Track(frame);

        Assert.All(Joints, joint => Assert.InRange(Vector2.Distance(seen.Raw[joint].Pixel, truth.PixelOf(joint)), 0, 12));
        Assert.True(seen.Raw[BodyLandmark.LeftHip].World.X * truth.MetresOf(BodyLandmark.LeftHip).X > 0);
    }

    [Fact]
    public async Task Several_models_together_are_in_the_middle_of_what_each_says()
    {
        var (frame, _) = await StandingAsync();
        using var lite = Trackers.Create(PoseModel.Lite);
        using var full = Trackers.Create(PoseModel.Full);
        using var both = new PoseTracker(Trackers.Load(PoseModel.Detection), [Trackers.Load(PoseModel.Lite), Trackers.Load(PoseModel.Full)], null, TimeProvider.System);
        var (a, b, c) = (lite.Track(frame), full.Track(frame), both.Track(frame));

        Assert.All(Joints, joint =>
        {
            var (least, most) = (Vector2.Min(a.Raw[joint].Pixel, b.Raw[joint].Pixel), Vector2.Max(a.Raw[joint].Pixel, b.Raw[joint].Pixel));
            Assert.InRange(c.Raw[joint].Pixel.X, least.X - 0.01f, most.X + 0.01f);
            Assert.InRange(c.Raw[joint].Pixel.Y, least.Y - 0.01f, most.Y + 0.01f);
        });
    }

    private static async Task<(VideoFrame Frame, PhantomTruth Truth)> StandingAsync()
    {
        await using var camera = new PhantomCamera(People.Squatting(new CameraView { YawDegrees = 25 }), 15);
        var frame = new VideoFrame();
        await camera.ReadAsync(frame, TestContext.Current.CancellationToken);
        return (frame, camera.TruthAt(frame.PresentationTime));
    }
}
