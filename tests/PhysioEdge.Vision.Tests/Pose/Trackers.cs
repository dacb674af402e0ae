using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>Trackers with the models of the repository.</summary>
internal static class Trackers
{
    private static readonly ModelStore Store = ModelStore.Open();

    public static PoseTracker Create(PoseModel landmarks = PoseModel.Lite) => Create(Store.ReadVerified(landmarks));

    public static PoseTracker Create(byte[] landmarks) =>
        new(Load(PoseModel.Detection), new OnnxModel("landmarks", landmarks), TimeProvider.System);

    public static OnnxModel Load(PoseModel model) => new(model.ToString(), Store.ReadVerified(model));

    /// <summary>Tracks the next picture, taken at its presentation time.</summary>
    public static PoseFrame Track(this PoseTracker tracker, VideoFrame frame)
    {
        tracker.Track(frame, frame.PresentationTime, out var pose);
        return pose;
    }

    /// <summary>Tracks a picture that was taken at another time than it says.</summary>
    public static PoseFrame Track(this PoseTracker tracker, VideoFrame frame, double seconds)
    {
        tracker.Track(frame, TimeSpan.FromSeconds(seconds), out var pose);
        return pose;
    }
}
