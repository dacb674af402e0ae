using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Lifting;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Training;

/// <summary>Makes pose trackers from the models folder.</summary>
internal sealed class PoseTrackers(string modelsFolder)
{
    private readonly ModelStore _store = ModelStore.Open(modelsFolder);

    public PoseTracker Create(PoseModel landmarks, BodyLifter? lifter = null) =>
        new(Load(PoseModel.Detection), Load(landmarks), TimeProvider.System, lifter);

    private OnnxModel Load(PoseModel model) => new(_store.Describe(model).Name, _store.ReadVerified(model));
}
