using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>Tells from the posture whether the patient is on the feet, on a seat or walking.</summary>
/// <remarks>
/// Whoever stands keeps the centre of mass over the feet, and so in a squat the shoulders over or in front of the ankles. On a
/// seat the thighs are level and the shoulders well behind the ankles, where one would fall over without it; the trunk's lean
/// before rising does not bring them back, so a seat is left only with the thighs. The bounds lie midway between what the pose
/// model gives for both (shoulders −0.35 and +0.25 leg lengths, thighs 45–65° and 72–90°, from any direction).
/// </remarks>
internal sealed class BearingTracker
{
    private const double CutoffHz = 4;
    private const double SeatedThighDegrees = 50;
    private const double SeatedShouldersAhead = -0.05;

    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1.5);

    /// <summary>Less may be a landmark that jumped.</summary>
    private static readonly TimeSpan TimeToSit = TimeSpan.FromSeconds(0.12);

    private readonly CausalLowPass _thighs = new(CutoffHz);
    private readonly CausalLowPass _shoulders = new(CutoffHz);
    private readonly StepDetector _steps = new();
    private TimeSpan? _lastKnown;
    private TimeSpan? _sittingSince;
    private bool _seated;

    /// <summary>Takes in the next frame.</summary>
    public Bearing Add(in AngleFrame frame)
    {
        if (_lastKnown is { } last && frame.CapturedAt - last > LongestGap)
            Reset();
        if (frame.Posture.IsKnown)
            Note(frame);
        if (_lastKnown is null)
            return Bearing.Unknown;
        if (_seated)
            return Bearing.Seated;
        return _steps.IsWalking(frame.CapturedAt) ? Bearing.Walking : Bearing.OnFeet;
    }

    private void Note(in AngleFrame frame)
    {
        var (at, posture) = (frame.CapturedAt, frame.Posture);
        _lastKnown = at;
        var thighs = _thighs.Apply(at, (posture.LeftThighDegrees + posture.RightThighDegrees) / 2);
        var lowerThigh = Math.Min(posture.LeftThighDegrees, posture.RightThighDegrees);
        var shoulders = _shoulders.Apply(at, posture.ShouldersAhead);
        if (thighs < SeatedThighDegrees)
            (_sittingSince, _seated) = (null, false);
        else if (lowerThigh >= SeatedThighDegrees && shoulders <= SeatedShouldersAhead)
            _seated |= at - (_sittingSince ??= at) >= TimeToSit;
        else
            _sittingSince = null;
        if (_seated)
            return;
        if (frame.Swing is { } swing)
            _steps.Add(at, posture, swing);
        else
            _steps.Add(at, posture);
    }

    private void Reset()
    {
        (_lastKnown, _sittingSince, _seated) = (null, null, false);
        _thighs.Reset();
        _shoulders.Reset();
        _steps.Reset();
    }
}
