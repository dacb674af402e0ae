using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>
/// Finds the repetitions of one exercise in a stream of joint angles, each as soon as it is over.
/// </summary>
/// <remarks>
/// The excursion from rest is followed from turning point to turning point with hysteresis: a repetition goes from a low over a
/// peak to the next low. Pauses, at rest or at the peak, may last as long as they like. A return of less than half way
/// does not end a repetition; one of half way or more does. What is found depends only on what came before.
/// </remarks>
public sealed class RepetitionCounter
{
    private const double CutoffHz = 4;
    private const double HalfWay = 0.5;
    private const double HoldShare = 0.9;
    private const double ShortestHoldSeconds = 0.5;

    /// <summary>A repetition begins and ends where this share of its range is passed.</summary>
    private const double Onset = 0.05;

    /// <summary>After so long without a pose, a movement under way is given up.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1.5);

    /// <summary>Faster than this is no repetition but a landmark that jumped, or a step.</summary>
    private static readonly TimeSpan ShortestCycle = TimeSpan.FromSeconds(0.6);

    /// <summary>A low is a low once nothing lower came for so long.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.3);

    /// <summary>At rest, only so much of the past says where rest is.</summary>
    private static readonly TimeSpan RestMemory = TimeSpan.FromSeconds(2);

    private readonly ExerciseDefinition _exercise;
    private readonly Side _side;
    private readonly CompleteRange _completeRange;
    private readonly CausalLowPass _excursionFilter = new(CutoffHz);
    private readonly CausalLowPass _leftFilter = new(CutoffHz);
    private readonly CausalLowPass _rightFilter = new(CutoffHz);
    private readonly CausalLowPass _companionFilter = new(CutoffHz);
    private readonly ExcursionTrace _trace = new();
    private RepetitionPhase _state;
    private ExcursionPoint _low;
    private ExcursionPoint _peak;
    private ExcursionPoint _return;
    private TimeSpan _lastKnown;
    private TimeSpan? _holdSince;

    /// <param name="exercise">The exercise to look for.</param>
    /// <param name="side">The side that is to move; <see cref="Side.Both"/> when either or both may.</param>
    /// <param name="targetRangeDegrees">The prescribed range, degrees: a whole repetition reaches at least half of it; null when none is prescribed.</param>
    public RepetitionCounter(ExerciseDefinition exercise, Side side = Side.Both, double? targetRangeDegrees = null)
    {
        (_exercise, _side) = (exercise, side);
        _completeRange = new CompleteRange(exercise.CountDegrees, targetRangeDegrees);
    }

    /// <summary>Gets a value indicating whether a repetition is under way.</summary>
    public bool IsMoving => _state != RepetitionPhase.Rest;

    /// <summary>Gets where the repetition under way is.</summary>
    public RepetitionProgress Progress
    {
        get
        {
            if (_trace.Count == 0)
                return RepetitionProgress.None with { Exercise = _exercise.Kind };
            var held = _holdSince is { } since ? (_trace.Last.At - since).TotalSeconds : 0;
            return new RepetitionProgress(
                _exercise.Kind,
                SideNow(),
                _state,
                held >= ShortestHoldSeconds,
                IsMoving ? _peak.Degrees - _low.Degrees : 0,
                _exercise.Direction * _trace.Last.Degrees,
                held)
            {
                ExcursionDegrees = _trace.Last.Degrees - _low.Degrees,
            };
        }
    }

    /// <summary>Whether these are the exercise and side that this one counts.</summary>
    public bool Counts(ExerciseKind exercise, Side side) => _exercise.Kind == exercise && _side == side;

    /// <summary>Takes in the next frame.</summary>
    /// <returns>The repetition that this frame completed, whole or partial; else null.</returns>
    public Repetition? Add(in AngleFrame frame)
    {
        var excursion = _exercise.Excursion(frame, _side);
        var abandoned = _trace.Count > 0 && frame.CapturedAt - _lastKnown > LongestGap ? Finish() : null;
        if (!excursion.IsKnown)
            return abandoned;

        _lastKnown = frame.CapturedAt;

        var point = new ExcursionPoint(
            frame.CapturedAt - _excursionFilter.Delay,
            _excursionFilter.Apply(frame.CapturedAt, excursion.Degrees),
            Filtered(_leftFilter, frame.CapturedAt, frame.Angles[_exercise.LeftAngle].Degrees),
            Filtered(_rightFilter, frame.CapturedAt, frame.Angles[_exercise.RightAngle].Degrees),
            Filtered(_companionFilter, frame.CapturedAt, _exercise.Companion.Read(frame)),
            excursion.Quality);
        _trace.Add(point);
        var completed = Advance(point);
        NoteHold(point);
        return completed ?? abandoned;
    }

    private void NoteHold(in ExcursionPoint point)
    {
        if (_state != RepetitionPhase.Outward || point.Degrees < double.Lerp(_low.Degrees, _peak.Degrees, HoldShare))
            _holdSince = null;
        else
            _holdSince ??= point.At;
    }

    /// <summary>Where either side may move, the one that is further from rest; null while nothing moves.</summary>
    private Side? SideNow()
    {
        if (_side != Side.Both || _exercise.SidesTogether)
            return _side;
        if (!IsMoving)
            return null;
        var (left, right) = (_exercise.Direction * _trace.Last.LeftDegrees, _exercise.Direction * _trace.Last.RightDegrees);
        return left > right ? Side.Left : Side.Right;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The repetition that was under way, partial unless it was as good as over; null when there was none.</returns>
    public Repetition? Finish()
    {
        Repetition? last = null;
        if (_state != RepetitionPhase.Rest)
        {
            if (_state == RepetitionPhase.Outward)
                _return = _trace.Last;
            var asGoodAsOver = _state == RepetitionPhase.Returning && _peak.Degrees - _return.Degrees >= 0.8 * (_peak.Degrees - _low.Degrees);
            last = Complete(unfinished: !asGoodAsOver);
        }

        _state = RepetitionPhase.Rest;
        _holdSince = null;
        _trace.Clear();
        _excursionFilter.Reset();
        _leftFilter.Reset();
        _rightFilter.Reset();
        _companionFilter.Reset();
        return last;
    }

    private double Turn => 0.5 * _exercise.NoticeDegrees;

    private double Hysteresis => Math.Max(Turn, 0.15 * (_peak.Degrees - _low.Degrees));

    private Repetition? Advance(ExcursionPoint point) => _state switch
    {
        RepetitionPhase.Rest => AtRest(point),
        RepetitionPhase.Outward => Outward(point),
        _ => Returning(point),
    };

    private Repetition? AtRest(ExcursionPoint point)
    {
        _trace.ForgetBefore(point.At - RestMemory);
        _low = _trace.Lowest();
        if (point.Degrees - _low.Degrees >= Turn)
            (_state, _peak) = (RepetitionPhase.Outward, point);
        return null;
    }

    private Repetition? Outward(ExcursionPoint point)
    {
        if (point.Degrees > _peak.Degrees)
            _peak = point;
        else if (_peak.Degrees - point.Degrees >= Hysteresis)
            (_state, _return) = (RepetitionPhase.Returning, point);
        return null;
    }

    private Repetition? Returning(ExcursionPoint point)
    {
        // A low that creeps on by a degree or so has settled.
        if (point.Degrees < _return.Degrees - 1)
            _return = point;

        var farEnough = _peak.Degrees - _return.Degrees >= HalfWay * (_peak.Degrees - _low.Degrees);
        var outAgain = point.Degrees - _return.Degrees >= Hysteresis;
        if (outAgain && !farEnough)
        {
            _state = RepetitionPhase.Outward;
            if (point.Degrees > _peak.Degrees)
                _peak = point;
            return null;
        }

        if (!farEnough || !(outAgain || point.At - _return.At >= Settling))
            return null;

        var repetition = Complete(unfinished: false);
        _trace.ForgetBefore(_return.At);
        (_state, _low, _peak) = outAgain ? (RepetitionPhase.Outward, _return, point) : (RepetitionPhase.Rest, _return, point);
        return repetition;
    }

    private Repetition? Complete(bool unfinished)
    {
        var window = _trace.Between(_low.At, _return.At);
        var range = _peak.Degrees - Math.Min(_low.Degrees, _return.Degrees);
        if (range < _exercise.NoticeDegrees || !IsThisExercise(window, range))
            return null;

        var left = window.Range(p => p.LeftDegrees);
        var right = window.Range(p => p.RightDegrees);
        var partial = unfinished || !_completeRange.IsReached(range);
        if (!partial)
            _completeRange.Learn(range);
        return new Repetition(
            _exercise.Kind,
            WhichSide(left, right),
            window.LastBelowBefore(_peak.At, _low.Degrees + (Onset * (_peak.Degrees - _low.Degrees))),
            window.MiddleOfHold(_peak),
            window.FirstBelowAfter(_peak.At, _return.Degrees + (Onset * (_peak.Degrees - _return.Degrees))),
            range,
            _exercise.Direction * _peak.Degrees,
            left,
            right,
            partial,
            window.MeanQuality());
    }

    private bool IsThisExercise(ExcursionTrace.Window window, double range)
    {
        if (_return.At - _low.At < ShortestCycle || !_exercise.Companion.Fits(window.Range(p => p.CompanionDegrees), range))
            return false;
        if (!_exercise.SidesTogether || _side != Side.Both)
            return true;
        var left = window.Range(p => p.LeftDegrees) ?? range;
        var right = window.Range(p => p.RightDegrees) ?? range;
        return Math.Min(left, right) >= HalfWay * Math.Max(left, right);
    }

    /// <summary>Where either side may move, one that travelled less than half as far as the other only went along.</summary>
    private Side WhichSide(double? left, double? right)
    {
        if (_side != Side.Both || _exercise.SidesTogether)
            return _side;
        return (left ?? 0, right ?? 0) switch
        {
            var (l, r) when l < 0.5 * r => Side.Right,
            var (l, r) when r < 0.5 * l => Side.Left,
            _ => Side.Both,
        };
    }

    private static double Filtered(CausalLowPass filter, TimeSpan at, double degrees)
        => double.IsNaN(degrees) ? double.NaN : filter.Apply(at, degrees);
}
