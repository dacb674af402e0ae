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

    /// <summary>The same where the excursion is a difference of the legs, which at rest is not quite none.</summary>
    private const double OnsetOfDifference = 0.2;

    /// <summary>After so long without a pose, a movement under way is given up.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1.5);

    /// <summary>A low is a low once nothing lower came for so long.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.3);

    /// <summary>At rest, only so much of the past says where rest is.</summary>
    private static readonly TimeSpan RestMemory = TimeSpan.FromSeconds(2);

    /// <summary>A seat is recognised so long after the knees have stopped, at most.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromSeconds(0.8);

    /// <summary>Nobody holds for longer: it was something else.</summary>
    private static readonly TimeSpan LongestCycle = TimeSpan.FromMinutes(3);

    private readonly ExerciseDefinition _exercise;
    private readonly Side _side;
    private readonly CompleteRange _completeRange;
    private readonly CausalLowPass _excursionFilter = new(CutoffHz);
    private readonly CausalLowPass _leftFilter = new(CutoffHz);
    private readonly CausalLowPass _rightFilter = new(CutoffHz);
    private readonly CausalLowPass _leftJointFilter = new(CutoffHz);
    private readonly CausalLowPass _rightJointFilter = new(CutoffHz);
    private readonly CausalLowPass _companionFilter = new(CutoffHz);
    private readonly ExcursionTrace _trace = new();
    private RepetitionPhase _state;
    private ExcursionPoint _low;
    private ExcursionPoint _peak;
    private ExcursionPoint _return;
    private TimeSpan _lastKnown;
    private TimeSpan? _holdSince;
    private ExerciseKind? _beingDone;

    /// <param name="exercise">The exercise to look for.</param>
    /// <param name="side">The side that is to move; <see cref="Side.Both"/> when either or both may.</param>
    /// <param name="targetRangeDegrees">The prescribed range, degrees: the first whole repetition reaches at least two fifths of it, later ones are held against those before; null when none is prescribed.</param>
    public RepetitionCounter(ExerciseDefinition exercise, Side side = Side.Both, double? targetRangeDegrees = null)
    {
        (_exercise, _side) = (exercise, side);
        _completeRange = new CompleteRange(exercise.CountDegrees, exercise.WholeShare, targetRangeDegrees);
    }

    /// <summary>Gets a value indicating whether a repetition is under way.</summary>
    public bool IsMoving => _state != RepetitionPhase.Rest;

    /// <summary>Gets a value indicating whether what is under way may be a repetition: not, where both sides go together and one of them is alone.</summary>
    public bool MayBeRepeating => IsMoving && (!_exercise.SidesTogether || _side != Side.Both || BodyInMovement.SidesAreAlike(_low, _trace.Last));

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
                JointAngleAt(_trace.Last, SideNow() ?? _side),
                held)
            {
                ExcursionDegrees = _trace.Last.Degrees - _low.Degrees,
            };
        }
    }

    /// <summary>Whether these are the exercise and side that this one counts.</summary>
    public bool Counts(ExerciseKind exercise, Side side) => _exercise.Kind == exercise && (_side == side || (_exercise.SidesApart && side == Side.Both));

    /// <summary>Takes in the next frame.</summary>
    /// <param name="frame">The joint angles.</param>
    /// <param name="bearing">What carries the patient.</param>
    /// <param name="beingDone">The exercise being done; null when that is not known.</param>
    /// <returns>The repetition that this frame completed, whole or partial; else null.</returns>
    public Repetition? Add(in AngleFrame frame, Bearing bearing = Bearing.Unknown, ExerciseKind? beingDone = null)
    {
        _beingDone = beingDone;
        var excursion = _exercise.Excursion(frame, _side);
        var abandoned = _trace.Count > 0 && frame.CapturedAt - _lastKnown > LongestGap ? Finish() : null;
        if (!excursion.IsKnown)
            return abandoned;

        _lastKnown = frame.CapturedAt;
        var point = Filtered(frame, excursion, bearing);
        _trace.Add(point);
        if (!_exercise.Allows(bearing) || (IsMoving && point.At - _low.At > LongestCycle))
        {
            GiveUp(point);
            return abandoned;
        }

        var completed = Advance(point);
        NoteHold(point);
        return completed ?? abandoned;
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
        _leftJointFilter.Reset();
        _rightJointFilter.Reset();
        _companionFilter.Reset();
        return last;
    }

    private ExcursionPoint Filtered(in AngleFrame frame, AngleReading excursion, Bearing bearing) => new()
    {
        At = frame.CapturedAt - _excursionFilter.Delay,
        Degrees = _excursionFilter.Apply(frame.CapturedAt, excursion.Degrees),
        LeftDegrees = Filtered(_leftFilter, frame.CapturedAt, _exercise.Joint(frame, Side.Left).Degrees),
        RightDegrees = Filtered(_rightFilter, frame.CapturedAt, _exercise.Joint(frame, Side.Right).Degrees),
        LeftJointDegrees = Filtered(_leftJointFilter, frame.CapturedAt, frame.Angles[_exercise.LeftAngle].Degrees),
        RightJointDegrees = Filtered(_rightJointFilter, frame.CapturedAt, frame.Angles[_exercise.RightAngle].Degrees),
        CompanionDegrees = Filtered(_companionFilter, frame.CapturedAt, _exercise.CompanionOf(frame)),
        Quality = excursion.Quality,
        Bearing = bearing,
        Posture = frame.Posture,
    };

    /// <summary>The exercise cannot be done that way: whatever was under way was something else.</summary>
    private void GiveUp(in ExcursionPoint point)
    {
        _trace.ForgetBefore(point.At);
        (_state, _holdSince, _low) = (RepetitionPhase.Rest, null, point);
    }

    private void NoteHold(in ExcursionPoint point)
    {
        if (_state != RepetitionPhase.Outward || point.Degrees < double.Lerp(_low.Degrees, _peak.Degrees, LevelOfHold))
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

    /// <summary>The angle itself, where the excursion is something else.</summary>
    private double JointAngleAt(in ExcursionPoint point, Side side)
    {
        if (_exercise.IsToldByJoint)
            return _exercise.Direction * point.Degrees;
        return _exercise.Moving(side) switch
        {
            Side.Left => point.LeftJointDegrees,
            Side.Right => point.RightJointDegrees,
            _ => (point.LeftJointDegrees + point.RightJointDegrees) / 2,
        };
    }

    /// <summary>The range of the joint that moved, where the excursion is something else.</summary>
    private double RangeOf(Side side, double? left, double? right, double excursion)
    {
        if (_exercise.IsToldByJoint)
            return excursion;
        return _exercise.Moving(side) switch
        {
            Side.Left => left ?? excursion,
            Side.Right => right ?? excursion,
            _ => ((left ?? excursion) + (right ?? excursion)) / 2,
        };
    }

    private double LevelOfHold => _exercise.IsHold ? HalfWay : HoldShare;

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
        if (range < _exercise.NoticeDegrees || !IsThisExercise(window, range) || !RestsAsItShould())
            return null;

        var partial = unfinished || !_completeRange.IsReached(range);
        if (!partial)
            _completeRange.Learn(range);
        return Measure(window, range, partial);
    }

    private Repetition Measure(ExcursionWindow window, double range, bool partial)
    {
        var left = window.Range(p => p.LeftJointDegrees);
        var right = window.Range(p => p.RightJointDegrees);
        var side = WhichSide(window.Range(p => p.LeftDegrees), window.Range(p => p.RightDegrees));
        var onset = _exercise.SidesApart ? OnsetOfDifference : Onset;
        var start = window.LastBelowBefore(_peak.At, _low.Degrees + (onset * (_peak.Degrees - _low.Degrees)));
        var end = window.FirstBelowAfter(_peak.At, _return.Degrees + (onset * (_peak.Degrees - _return.Degrees)));
        var hold = window.Hold(_peak);
        return new Repetition(
            _exercise.Kind,
            side,
            start,
            (hold.Start + hold.End) / 2,
            end,
            RangeOf(side, left, right, range),
            JointAngleAt(_peak, side),
            left,
            right,
            partial,
            window.MeanQuality())
        {
            ExcursionDegrees = range,
            Form = RepetitionFormMeasure.Of(window, start, window.Above(LevelOfHold, _peak), end, side == Side.Both ? right - left : null),
        };
    }

    private bool IsThisExercise(ExcursionWindow window, double range)
    {
        if (_return.At - _low.At < _exercise.ShortestCycle || !_exercise.Companion.Fits(window.Range(p => p.CompanionDegrees), range))
            return false;
        if (_exercise.SidesApart)
        {
            var (up, top) = (window.Above(HalfWay, _peak), window.Above(HoldShare, _peak));
            return LiftedLeg.IsFor(
                _exercise.Kind, _exercise.Moving(_side), _low.Posture, _trace.Between(up.Start, up.End).Points, _trace.Between(top.Start, top.End).Points, range, _beingDone);
        }

        if (_exercise.Kind == ExerciseKind.ShoulderAbduction)
            return !BodyInMovement.ReachesForward(_peak, WhichSide(window.Range(p => p.LeftDegrees), window.Range(p => p.RightDegrees)));
        return !_exercise.SidesTogether || (BodyInMovement.ThighsWentToo(window, range) && (_side != Side.Both || BodyInMovement.SidesWentTogether(window)));
    }

    /// <summary>Sitting to standing begins and ends on the seat; standing up to do something else is none.</summary>
    private bool RestsAsItShould()
        => _exercise.Kind != ExerciseKind.SitToStand || (_trace.SatNear(_low.At, Sitting) && _trace.SatNear(_return.At, Sitting));

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
