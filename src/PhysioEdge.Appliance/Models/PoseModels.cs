using System.Runtime.InteropServices;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Lifting;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Models;

/// <summary>Makes pose trackers from the models beside the program.</summary>
internal sealed class PoseModels(ModelStore store, TimeProvider time)
{
    /// <summary>Gets the landmark model to use where none is asked for: the largest that keeps up with a camera.</summary>
    public static PoseModel Default => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? PoseModel.Full : PoseModel.Lite;

    private const string Lifting = "body_lifter";

    /// <summary>Loads detector, landmark model and lifter.</summary>
    /// <exception cref="ModelException">A file is missing or wrong.</exception>
    public PoseTracker CreateTracker(PoseModel landmarks) => CreateTracker(PoseChoice.Of(landmarks));

    /// <summary>Loads everything that looks at one picture.</summary>
    /// <exception cref="ModelException">A file is missing or wrong.</exception>
    public PoseTracker CreateTracker(PoseChoice choice) => new(
        Load(PoseModel.Detection),
        [.. choice.Landmarks.Select(Load)],
        choice.Mirrored is { } mirrored ? Load(mirrored) : null,
        time,
        CreateLifter());

    /// <summary>Loads the lifter for live pictures.</summary>
    /// <exception cref="ModelException">A file is missing or wrong.</exception>
    public BodyLifter CreateLifter(bool asksMirror = true) => new(LoadLifting(), asksMirror);

    /// <summary>Loads the lifter for recordings.</summary>
    /// <exception cref="ModelException">A file is missing or wrong.</exception>
    public RecordingLifter CreateRecordingLifter() => new(LoadLifting());

    /// <summary>The landmark model as events name it.</summary>
    public EventModel Describe(PoseModel landmarks)
    {
        var info = store.Describe(landmarks);
        return new EventModel(info.Name, info.Source.Version, info.Sha256);
    }

    private OnnxModel LoadLifting() => new(Lifting, TrainedModel.Describe(store.Folder, Lifting).ReadVerified(store.Folder));

    private OnnxModel Load(PoseModel model) => new(store.Describe(model).Name, store.ReadVerified(model));
}
