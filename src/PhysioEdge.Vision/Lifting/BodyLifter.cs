using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;

namespace PhysioEdge.Vision.Lifting;

/// <summary>
/// Finds out from the pictures so far where the body is in space: what a single picture cannot show, how it moves and how long its limbs
/// have looked does.
/// </summary>
/// <remarks>The model and how it was trained: models/training.</remarks>
public sealed class BodyLifter : IDisposable
{
    private readonly LiftNetwork _network;
    private readonly BodyReader _reader = new();

    /// <param name="model">The lifting model; the lifter disposes it.</param>
    /// <param name="asksMirror">False to ask the model about the pictures only, and not about their mirror image: in half the time, and not as well.</param>
    public BodyLifter(OnnxModel model, bool asksMirror = true) => _network = new LiftNetwork(model, asksMirror);

    /// <summary>Adds the body in space to the next pose; times increase from call to call.</summary>
    public void Lift(ref PoseFrame pose)
    {
        if (_reader.Add(pose))
            pose = pose with { Body = _network.Ask(_reader.Pictures, pose.CapturedAt.TotalSeconds, pose.Raw) };
    }

    public void Dispose() => _network.Dispose();
}
