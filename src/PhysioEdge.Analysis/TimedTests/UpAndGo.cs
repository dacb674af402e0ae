using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Analysis.TimedTests;

/// <summary>
/// Takes the timed up and go: from the trunk's first movement on the seat to sitting again, with a walk and a turn in between
/// (Podsiadlo and Richardson, "The timed 'Up &amp; Go'", J Am Geriatr Soc 1991).
/// </summary>
/// <remarks>
/// The way of 3 m has to be marked on the floor; the camera does not measure it. Deviation: no word starts it, the patient's first
/// movement does. Who dawdles between standing up, walking and sitting down, or does not turn, is not being tested.
/// </remarks>
public sealed class UpAndGo
{
    /// <summary>A trunk that leans this much further than it sat is getting up.</summary>
    private const double LeanToRiseDegrees = 8;

    /// <summary>Somebody who has turned by this much looks the other way.</summary>
    private const double HalfTurnDegrees = 120;

    /// <summary>From standing to walking, and from walking to the seat; turning round before it takes slow people some seconds.</summary>
    private static readonly TimeSpan LongestHalt = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    /// <summary>How fast a trunk that rests in another way than before is taken to rest so, degrees per second.</summary>
    private const double SettlingPerSecond = 1.5;

    /// <summary>Leaning forward and getting up is one movement.</summary>
    private static readonly TimeSpan LongestRise = TimeSpan.FromSeconds(3);

    private readonly BearingTracker _bearings = new();
    private double _restingLean = double.NaN;
    private TimeSpan _satAt;
    private TimeSpan? _leant;
    private TimeSpan? _began;
    private TimeSpan _stood;
    private TimeSpan? _walked;
    private TimeSpan _walkedLast;
    private double _firstFacing = double.NaN;
    private double _furthestTurn;
    private TimeSpan _turned;

    /// <summary>Takes in the next frame.</summary>
    /// <returns>The test that is over with it; null when none is.</returns>
    public TimedTestResult? Add(in AngleFrame frame)
    {
        var bearing = _bearings.Add(frame);
        if (!frame.Posture.IsKnown)
            return null;
        var (now, posture) = (frame.CapturedAt, frame.Posture);
        if (bearing != Bearing.Seated)
        {
            Away(now, posture, bearing);
            return null;
        }

        var result = _began is { } began && _walked is { } walked ? Over(began, walked, now) : null;
        Sit(now, posture);
        return result;
    }

    private void Sit(TimeSpan now, in BodyPosture posture)
    {
        (_began, _walked, _firstFacing, _furthestTurn) = (null, null, double.NaN, 0);
        var settling = SettlingPerSecond * Math.Clamp((now - _satAt).TotalSeconds, 0, 1);
        _satAt = now;
        _restingLean = double.IsNaN(_restingLean) ? posture.TrunkForwardDegrees : Math.Min(_restingLean + settling, posture.TrunkForwardDegrees);
        if (posture.TrunkForwardDegrees < _restingLean + LeanToRiseDegrees)
            _leant = null;
        else
            _leant ??= now;
    }

    private void Away(TimeSpan now, in BodyPosture posture, Bearing bearing)
    {
        if (double.IsNaN(_restingLean))
            return;
        if (_began is null)
            (_began, _stood) = (_leant is { } leant && now - leant < LongestRise ? leant : now, now);
        if (bearing == Bearing.Walking)
        {
            _walked ??= now;
            _walkedLast = now;
        }

        if (double.IsNaN(_firstFacing))
            _firstFacing = posture.FacingDegrees;
        var turn = Math.Abs(Math.IEEERemainder(posture.FacingDegrees - _firstFacing, 360));
        if (turn > _furthestTurn)
            (_furthestTurn, _turned) = (turn, now);
    }

    private TimedTestResult? Over(TimeSpan began, TimeSpan walked, TimeSpan now)
    {
        if (now - began > Longest || walked - _stood > LongestHalt || now - _walkedLast > LongestHalt || _furthestTurn < HalfTurnDegrees)
            return null;
        return new TimedTestResult(TimedTest.TimedUpAndGo, began, now, (now - began).TotalSeconds)
        {
            Phases =
            [
                new("standing up", (_stood - began).TotalSeconds),
                new("walking there", Math.Max(0, (_turned - walked).TotalSeconds)),
                new("walking back", Math.Max(0, (_walkedLast - _turned).TotalSeconds)),
                new("sitting down", (now - _walkedLast).TotalSeconds),
            ],
        };
    }
}
