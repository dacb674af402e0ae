using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// Gives the legs back to their sides where a pose model has taken one for the other, as it does when they pass each other in a view
/// from the side. What comes out follows <see cref="Wait"/> later, in stream order.
/// </summary>
/// <remarks>
/// Legs do not jump: of all ways to tell the sides apart in the pictures the one is taken whose legs go on as they went (the most
/// likely path of Viterbi, "Error bounds for convolutional codes", IEEE Trans Inf Theory 1967, decided after a fixed delay as in Forney,
/// "The Viterbi algorithm", Proc IEEE 1973). The model is right about the sides most of the time, so that being swapped costs
/// something for as long as it lasts. Only <see cref="PoseFrame.Raw"/> is repaired.
/// </remarks>
public sealed class LegSwapRepair
{
    /// <summary>How long after a moment it is settled which leg is which: longer than a slow swing, after which the model is right again.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    /// <summary>Legs that were away for longer may be anywhere.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(0.2);

    private static readonly (BodyLandmark Left, BodyLandmark Right)[] Legs =
    [
        (LeftKnee, RightKnee), (LeftAnkle, RightAnkle), (LeftHeel, RightHeel), (LeftFootIndex, RightFootIndex),
    ];

    private readonly Queue<PoseFrame> _held = new();
    private readonly List<PoseFrame> _ready = [];
    private readonly LegPaths _paths = new();
    private readonly PictureScale _scale = new();
    private TimeSpan? _lastPose;

    /// <summary>Takes in the next pose; times increase from call to call.</summary>
    /// <returns>The poses that are settled, in order; the list is reused by the next call.</returns>
    public IReadOnlyList<PoseFrame> Add(in PoseFrame pose)
    {
        _ready.Clear();
        if (pose.HasPose)
            Follow(pose);
        _held.Enqueue(pose);
        Release(pose.CapturedAt - Wait);
        return _ready;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The poses left; the list is reused.</returns>
    public IReadOnlyList<PoseFrame> Finish()
    {
        _ready.Clear();
        Release(TimeSpan.MaxValue);
        return _ready;
    }

    private void Follow(in PoseFrame pose)
    {
        if (pose.CapturedAt - _lastPose > LongestGap)
        {
            Release(TimeSpan.MaxValue);
            _paths.Clear();
            _scale.Reset();
        }

        _lastPose = pose.CapturedAt;
        var raw = pose.Raw;
        var metres = _scale.Add(pose.CapturedAt, raw);
        var feet = (raw[LeftAnkle].Pixel - raw[RightAnkle].Pixel + raw[LeftFootIndex].Pixel - raw[RightFootIndex].Pixel) / 2;
        _paths.Add(pose.CapturedAt, new LegsApart(metres * (raw[LeftKnee].Pixel - raw[RightKnee].Pixel), metres * feet));
    }

    private void Release(TimeSpan until)
    {
        while (_held.TryPeek(out var pose) && pose.CapturedAt <= until)
        {
            _held.Dequeue();
            _ready.Add(pose.HasPose && _paths.Settle() ? pose with { Raw = Swapped(pose.Raw) } : pose);
        }
    }

    private static LandmarkSet Swapped(in LandmarkSet pose)
    {
        var swapped = pose;
        foreach (var (left, right) in Legs)
            (swapped[left], swapped[right]) = (pose[right], pose[left]);
        return swapped;
    }
}
