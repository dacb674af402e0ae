using System.Numerics;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// Finds the initial contacts and toe-offs of walking in a stream of landmarks, from markers or a camera, each within
/// <see cref="LongestWait"/>; most some 0.1 s after they happened.
/// </summary>
/// <remarks>
/// Walking is one foot's swing after the other's: what a single foot does is kept until the other one has followed, and forgotten
/// when it does not, as in a lunge or on one leg. How a swing is told and timed: <see cref="SwingTracker"/>. Walking backwards
/// has no contacts, a treadmill and turns do. Both feet are needed,
/// each with two of ankle, heel and foot index for the best times, with one of them at least.
/// </remarks>
public sealed class LandmarkGait
{
    /// <summary>The longest time between an event and its being known.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3.5);

    /// <summary>The other foot follows within this time; the steps of a very slow walk take 1.5 s.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(0.2);

    private readonly BodyPointReader _reader = new();
    private readonly Facing _facing = new();
    private readonly MotionWindow _window = new();
    private readonly BodyMotion _trunk = new();
    private readonly LegLength _leg = new();
    private readonly SwingTracker _left = new(Side.Left);
    private readonly SwingTracker _right = new(Side.Right);
    private readonly List<FootEvent> _pending = [];
    private readonly List<FootEvent> _new = [];
    private readonly List<StepEvent> _known = [];
    private FootEvent? _lastLeft;
    private FootEvent? _lastRight;
    private TimeSpan? _lastSample;

    /// <summary>Takes in the next pose.</summary>
    /// <param name="at">When it was taken; increases from call to call.</param>
    /// <param name="landmarks">Positions in metres, y down, level in x and z, origin anywhere, at rest or going along; NaN where unknown.</param>
    /// <returns>The events that it brought to light, in the order of their times for each foot; the list is reused by the next call.</returns>
    public IReadOnlyList<StepEvent> Add(TimeSpan at, in LandmarkSet landmarks)
    {
        _known.Clear();
        var points = _reader.Read(landmarks);
        if (float.IsNaN(points[BodyPoint.LeftRear].X + points[BodyPoint.RightRear].X))
            return _known;
        if (at - _lastSample > LongestGap)
            Interrupt();
        _lastSample = at;
        _leg.Add(landmarks);
        _window.Add(at, points, _facing.Add(at, points));
        while (_window.TryAdvance(out var moment))
            Note(moment);
        Tell(at);
        return _known;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The events of the last moments.</returns>
    public IReadOnlyList<StepEvent> Finish()
    {
        _known.Clear();
        EndSwings();
        Tell(_lastSample ?? TimeSpan.Zero);
        return _known;
    }

    private void Note(in Moment moment)
    {
        if (moment.Forward == Vector3.Zero)
            return;
        var trunk = _trunk.Add(moment);
        _left.Add(FootMotion.Of(moment, trunk, Side.Left), _leg.Metres, _new);
        _right.Add(FootMotion.Of(moment, trunk, Side.Right), _leg.Metres, _new);
    }

    private void Interrupt()
    {
        EndSwings();
        _window.Clear();
        _facing.Reset();
        _trunk.Reset();
    }

    private void EndSwings()
    {
        _left.Finish(_new);
        _right.Finish(_new);
    }

    private void Tell(TimeSpan now)
    {
        foreach (var found in _new)
        {
            var other = found.Side == Side.Left ? _lastRight : _lastLeft;
            _pending.Add(found);
            if (found.At - other?.At <= LongestStep)
            {
                _known.AddRange(_pending.Select(p => new StepEvent(new GaitEvent(p.Side, p.Kind, p.At, now), p.AheadMetres)));
                _pending.Clear();
            }

            if (found.Side == Side.Left)
                _lastLeft = found;
            else
                _lastRight = found;
        }

        _new.Clear();
        _pending.RemoveAll(p => now - p.At > LongestWait);
    }
}

/// <summary>An event of gait with the length of the step that it ends.</summary>
/// <param name="Event">The event.</param>
/// <param name="StepLengthMetres">How far the heel is ahead of the other one's at an initial contact, m, negative behind; NaN for a toe-off.</param>
public readonly record struct StepEvent(GaitEvent Event, double StepLengthMetres);
