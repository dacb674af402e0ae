using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// Brings the landmarks of any source to the axes of the house, in stream order. It holds the first <see cref="TimeToSee"/> back to
/// see from them which way is up, and lets everything pass from then on.
/// </summary>
public sealed class LandmarkAligner
{
    private static readonly TimeSpan TimeToSee = TimeSpan.FromSeconds(0.5);

    private readonly List<TimedLandmarks> _held = [];
    private readonly List<TimedLandmarks> _ready = [];
    private BodyAxes? _axes;
    private TimeSpan? _seenSince;

    /// <summary>Gets a value indicating whether it is known which way is up; what comes out before the end always is in known axes.</summary>
    public bool IsUpKnown => _axes is not null;

    /// <summary>Takes in the next pose.</summary>
    /// <param name="at">When it was taken; increases from call to call.</param>
    /// <param name="landmarks">Positions in metres in any axes, NaN where unknown.</param>
    /// <returns>The poses that are ready, y down and level in x and z, the origin as it was; the list is reused by the next call.</returns>
    public IReadOnlyList<TimedLandmarks> Add(TimeSpan at, in LandmarkSet landmarks)
    {
        _ready.Clear();
        if (_axes is { } axes)
        {
            _ready.Add(new TimedLandmarks(at, axes.Turn(landmarks)));
            return _ready;
        }

        _held.Add(new TimedLandmarks(at, landmarks));
        if (_seenSince is null && BodyAxes.Of([landmarks]) is not null)
            _seenSince = at;
        if (at - _seenSince >= TimeToSee)
            Release();
        return _ready;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The poses still held back; as they came when they do not show what is up.</returns>
    public IReadOnlyList<TimedLandmarks> Finish()
    {
        _ready.Clear();
        if (_axes is null)
            Release();
        return _ready;
    }

    private void Release()
    {
        _axes = BodyAxes.Of(_held.Select(h => h.Landmarks));
        _ready.AddRange(_axes is { } axes ? _held.Select(h => h with { Landmarks = axes.Turn(h.Landmarks) }) : _held);
        _held.Clear();
    }
}

/// <summary>A pose and when it was taken.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="Landmarks">Positions in metres, NaN where unknown.</param>
public readonly record struct TimedLandmarks(TimeSpan At, LandmarkSet Landmarks);
