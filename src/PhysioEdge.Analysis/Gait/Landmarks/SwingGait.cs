using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// The initial contacts and toe-offs of somebody who was filmed, from how likely each foot swings (<see cref="FootSwing"/>), and the
/// lengths of the steps from where the heels are.
/// </summary>
/// <remarks>
/// A swing lasts from where it becomes likelier than not to where it no longer is; one that is never likely, or too brief, is none,
/// and a foot that seems to touch the floor for less than any stance swings on. For markers, see <see cref="LandmarkGait"/>.
/// </remarks>
public sealed class SwingGait
{
    private readonly Foot _left = new(Side.Left);
    private readonly Foot _right = new(Side.Right);
    private readonly StepDirection _direction = new();
    private readonly List<StepEvent> _known = [];

    /// <summary>Takes in the next body.</summary>
    /// <param name="at">When it was so; increases from call to call.</param>
    /// <param name="body">Where it is and how likely its feet swing.</param>
    /// <returns>The events that it brought to light, in the order of their times for each foot; the list is reused by the next call.</returns>
    public IReadOnlyList<StepEvent> Add(TimeSpan at, in BodyInSpace body)
    {
        _known.Clear();
        var ahead = _direction.LeftAhead(at, body.Landmarks);
        _left.Add(at, body.Swing.Left, ahead, _known);
        _right.Add(at, body.Swing.Right, -ahead, _known);
        return _known;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The events of the last moments.</returns>
    public IReadOnlyList<StepEvent> Finish()
    {
        _known.Clear();
        _left.Finish(_known);
        _right.Finish(_known);
        return _known;
    }

    /// <summary>One foot.</summary>
    private sealed class Foot(Side side)
    {
        private const float Likely = 0.5f;

        /// <summary>A swing is at least once as likely as this.</summary>
        private const float Sure = 0.75f;

        /// <summary>At 200 steps a minute, where walking ends, a swing takes 0.2 s and so does a stance; between two of them lies a rounding of the network.</summary>
        private static readonly TimeSpan ShortestSwing = TimeSpan.FromSeconds(0.16);
        private static readonly TimeSpan ShortestStance = TimeSpan.FromSeconds(0.12);

        private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(0.5);

        private (TimeSpan At, float Swing, double Ahead)? _before;
        private TimeSpan? _toeOff;
        private bool _swinging;
        private float _surest;
        private double _furthest;
        private (TimeSpan At, double Ahead)? _landed;

        public void Add(TimeSpan at, float swing, double ahead, List<StepEvent> events)
        {
            if (at - _before?.At > LongestGap)
                Finish(events);
            if (_before is not { } before)
            {
                (_swinging, _surest) = (swing >= Likely, swing);
            }
            else if (swing >= Likely && before.Swing < Likely)
            {
                Lift(Crossing(before.At, before.Swing, at, swing), events);
            }
            else if (swing < Likely && before.Swing >= Likely)
            {
                _landed = (Crossing(before.At, before.Swing, at, swing), Math.Max(_furthest, ahead));
            }

            _surest = Math.Max(_surest, swing);
            _furthest = _swinging ? Math.Max(_furthest, ahead) : ahead;
            _before = (at, swing, ahead);
            if (at - _landed?.At >= ShortestStance)
                Land(at, events);
        }

        public void Finish(List<StepEvent> events)
        {
            if (_before is not { } last)
                return;
            Land(last.At, events);
            if (_swinging && _surest >= Sure && _toeOff is { } toeOff && last.At - toeOff >= ShortestSwing)
                events.Add(Event(GaitEventKind.ToeOff, toeOff, last.At, double.NaN));
            (_before, _toeOff, _swinging, _surest, _landed) = (null, null, false, 0, null);
        }

        private void Lift(TimeSpan at, List<StepEvent> events)
        {
            if (_landed is { } landed && at - landed.At < ShortestStance)
            {
                _landed = null;
                return;
            }

            Land(at, events);
            (_swinging, _toeOff, _surest, _furthest) = (true, at, 0, double.NegativeInfinity);
        }

        private void Land(TimeSpan now, List<StepEvent> events)
        {
            if (_landed is not { } landed)
                return;
            if (_swinging && _surest >= Sure && !(landed.At - _toeOff < ShortestSwing))
            {
                if (_toeOff is { } toeOff)
                    events.Add(Event(GaitEventKind.ToeOff, toeOff, now, double.NaN));
                events.Add(Event(GaitEventKind.InitialContact, landed.At, now, landed.Ahead));
            }

            (_swinging, _toeOff, _surest, _landed) = (false, null, 0, null);
        }

        private StepEvent Event(GaitEventKind kind, TimeSpan at, TimeSpan now, double ahead) => new(new GaitEvent(side, kind, at, now), ahead);

        private static TimeSpan Crossing(TimeSpan before, float swingBefore, TimeSpan after, float swingAfter) =>
            before + ((after - before) * ((Likely - swingBefore) / (swingAfter - swingBefore)));
    }

    /// <summary>Where the walk goes: along the line on which the heels go to and fro about each other, as the toes point.</summary>
    private sealed class StepDirection
    {
        /// <summary>About a stride.</summary>
        private const double MemorySeconds = 1;

        private TimeSpan? _last;
        private double _xx;
        private double _xz;
        private double _zz;
        private Vector2 _toes;

        /// <summary>How far the left heel is ahead of the right one, m.</summary>
        public double LeftAhead(TimeSpan at, in LandmarkSet body)
        {
            var (heels, toes) = (Level(body[LeftHeel].World - body[RightHeel].World), Level(
                body[LeftFootIndex].World - body[LeftHeel].World + body[RightFootIndex].World - body[RightHeel].World));
            var elapsed = _last is { } last ? (at - last).TotalSeconds : MemorySeconds;
            var fading = Math.Exp(-elapsed / MemorySeconds);
            _last = at;
            (_xx, _xz, _zz) = (Faded(_xx, heels.X * heels.X), Faded(_xz, heels.X * heels.Y), Faded(_zz, heels.Y * heels.Y));
            _toes = ((float)fading * _toes) + ((float)(1 - fading) * toes);

            var angle = (float)(0.5 * Math.Atan2(2 * _xz, _xx - _zz));
            var along = new Vector2(MathF.Cos(angle), MathF.Sin(angle));
            return Vector2.Dot(heels, Vector2.Dot(along, _toes) < 0 ? -along : along);

            double Faded(double before, double now) => (fading * before) + ((1 - fading) * now);
        }

        private static Vector2 Level(Vector3 v) => new(v.X, v.Z);
    }
}
