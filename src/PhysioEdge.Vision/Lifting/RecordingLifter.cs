using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;

namespace PhysioEdge.Vision.Lifting;

/// <summary>
/// Finds out where the body of a recording is in space from the pictures before and after each, also where the pose model lost it for a
/// moment. What it says of a picture follows a second later.
/// </summary>
public sealed class RecordingLifter : IDisposable
{
    private readonly LiftNetwork _network;
    private readonly BodyReader _reader = new();
    private readonly Queue<PoseFrame> _waiting = new();
    private readonly List<PoseFrame> _ready = [];

    /// <param name="model">The lifting model; the lifter disposes it.</param>
    public RecordingLifter(OnnxModel model) => _network = new LiftNetwork(model);

    /// <summary>Takes in the next pose; times increase from call to call.</summary>
    /// <returns>The poses that are settled by now, each with its body in space, in order; the list is reused by the next call.</returns>
    public IReadOnlyList<PoseFrame> Add(in PoseFrame pose)
    {
        _ready.Clear();
        if (_reader.BeginsAnew(pose))
            Settle(TimeSpan.MaxValue);
        _reader.Add(pose);
        _waiting.Enqueue(pose);
        Settle(pose.CapturedAt - LiftNetwork.ReachTime);
        return _ready;
    }

    /// <summary>There are no more pictures.</summary>
    /// <returns>The poses left; the list is reused.</returns>
    public IReadOnlyList<PoseFrame> Finish()
    {
        _ready.Clear();
        Settle(TimeSpan.MaxValue);
        return _ready;
    }

    public void Dispose() => _network.Dispose();

    private void Settle(TimeSpan until)
    {
        while (_waiting.TryPeek(out var pose) && pose.CapturedAt <= until)
        {
            _waiting.Dequeue();
            var seconds = pose.CapturedAt.TotalSeconds;
            _ready.Add(_reader.Pictures.Spans(seconds) ? pose with { Body = _network.Ask(_reader.Pictures, seconds, pose.Raw) } : pose);
        }
    }
}
