using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Finds turns in how far the feet turn from stride to stride.</summary>
/// <remarks>
/// A turn is where the direction changes by 45° or more, faster than 15 °/s at its fastest, from where it passes 5 °/s to where it falls
/// below; parts in the same direction with a short rest between them are one, and none takes longer than 10 s (El-Gohary et al., "Continuous monitoring of turning in patients with
/// movement disability", Sensors 2014; Mancini et al., J Parkinsons Dis 2015). It deviates in that the rates are those of the feet over a stride, as no
/// sensor is on the pelvis, and that the rest is one stride of each foot. The angle is the mean of both feet.
/// </remarks>
internal sealed class TurnDetector
{
    private const double TurningDegreesPerSecond = 5;
    private const double FastestDegreesPerSecond = 15;
    private const double LeastDegrees = 45;
    private const int RestStrides = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private readonly double[] _degrees = new double[2];
    private readonly bool[] _seen = new bool[2];
    private TimeSpan _start;
    private TimeSpan _end;
    private TimeSpan _lastAt;
    private int _direction;
    private int _resting;
    private bool _fast;

    /// <summary>Takes in the next stride of a foot.</summary>
    /// <param name="side">The foot.</param>
    /// <param name="change">How far it turned.</param>
    /// <param name="toeOff">When it left the floor.</param>
    /// <param name="landing">When it landed.</param>
    /// <returns>The turn that is over, when there is one.</returns>
    public Turn? Add(Side side, in HeadingChange change, TimeSpan toeOff, TimeSpan landing)
    {
        _lastAt = change.To;
        var rate = change.DegreesPerSecond;
        var direction = Math.Abs(rate) < TurningDegreesPerSecond ? 0 : Math.Sign(rate);
        if (_direction == 0 && direction == 0)
            return null;
        if (_direction != 0 && direction != _direction && !IsTurning(change))
            return Rest();
        if (direction != _direction || landing - _start > Longest)
            return Begin(side, change, toeOff, landing, direction);
        Extend(side, change, landing);
        return null;
    }

    /// <summary>Tells a stride in which the patient turned from one in which not.</summary>
    public static bool IsTurning(in HeadingChange change) => Math.Abs(change.DegreesPerSecond) >= FastestDegreesPerSecond;

    /// <summary>Time goes on.</summary>
    /// <returns>The turn after which the patient stopped, when there is one.</returns>
    public Turn? Advance(TimeSpan now) => _direction != 0 && now - _lastAt > Silence ? Close() : null;

    /// <summary>Ends the stream.</summary>
    public Turn? Finish() => Close();

    private Turn? Begin(Side side, in HeadingChange change, TimeSpan toeOff, TimeSpan landing, int direction)
    {
        var closed = Close();
        (_start, _direction) = (toeOff, direction);
        Extend(side, change, landing);
        return closed;
    }

    private void Extend(Side side, in HeadingChange change, TimeSpan landing)
    {
        _degrees[(int)side] += change.Degrees;
        _seen[(int)side] = true;
        _fast |= IsTurning(change);
        (_end, _resting) = (landing > _end ? landing : _end, 0);
    }

    private Turn? Rest() => ++_resting >= RestStrides ? Close() : null;

    private Turn? Close()
    {
        var feet = _seen.Count(s => s);
        var angle = feet > 0 ? _degrees.Sum() / feet : 0;
        Turn? turn = _fast && Math.Abs(angle) >= LeastDegrees ? new Turn(_start, _end, angle) : null;
        Array.Clear(_degrees);
        Array.Clear(_seen);
        (_direction, _resting, _fast) = (0, 0, false);
        return turn;
    }
}
