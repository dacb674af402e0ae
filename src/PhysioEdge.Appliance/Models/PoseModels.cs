using System.Runtime.InteropServices;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Models;

/// <summary>Makes pose trackers from the models beside the program.</summary>
internal sealed class PoseModels(ModelStore store, TimeProvider time)
{
    /// <summary>Gets the landmark model to use where none is asked for: the largest that keeps up with a camera.</summary>
    public static PoseModel Default => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? PoseModel.Full : PoseModel.Lite;

    /// <summary>Loads detector and landmark model.</summary>
    /// <exception cref="ModelException">A file is missing or wrong.</exception>
    public PoseTracker CreateTracker(PoseModel landmarks) => new(Load(PoseModel.Detection), Load(landmarks), time);

    /// <summary>The landmark model as events name it.</summary>
    public EventModel Describe(PoseModel landmarks)
    {
        var info = store.Describe(landmarks);
        return new EventModel(info.Name, info.Source.Version, info.Sha256);
    }

    private OnnxModel Load(PoseModel model) => new(store.Describe(model).Name, store.ReadVerified(model));
}
