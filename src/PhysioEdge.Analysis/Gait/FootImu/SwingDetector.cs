using System.Numerics;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// Finds toe-off and initial contact in the angular velocity of the foot in the sagittal plane: the toe turns down in push-off, up in swing,
/// and down again when the heel has struck. A swing counts only when the foot really goes somewhere, so that heels raised in standing,
/// taps and shifts of weight are no steps.
/// </summary>
/// <remarks>
/// Lobes after Sabatini et al., "Assessment of walking features from foot inertial sensing", IEEE Trans Biomed Eng 2005, and Mariani et al.,
/// "Quantitative estimation of foot-flat and stance phase of gait using foot-worn inertial sensors", Gait Posture 2013. It deviates in the instants:
/// zero crossings come late for toe-off and early for initial contact, for the foot goes on turning while it is already, or still, free. Taken is
/// when the push-off has lost half its power (1/√2 of the peak, the usual end of a pulse), and when the turn to the floor has reached half its peak (the usual start of one).
/// These two levels were chosen among several by how well they agree with events checked by hand and by motion capture; the least rate
/// and speeds of a swing by what shuffling and turning steps reach.
/// </remarks>
internal sealed class SwingDetector
{
    private const float LeastRate = 0.6f;

    /// <summary>
    /// A foot that turns faster than this, rad/s, even when it turns least has not stood: it trembles, as feet do in freezing of gait, or swings
    /// freely. It lies above the 0.5–1 rad/s below which zero-velocity detectors take a foot to stand (Skog et al., 2010), for steps in turns are less
    /// still, and below the 1.4 rad/s that a tremor of 3 Hz and 9° leaves; 1 rad/s lost steps in walks with events checked by hand.
    /// </summary>
    private const float MostStillRate = 1.25f;

    private const float LeastSpeed = 0.4f;
    private const float FreeSpeed = 0.8f;
    private const float PushOffLevel = 0.7071f;
    private const float LandingLevel = 0.5f;
    private const float SlowedTo = 0.5f;
    private const double LeastStanceSeconds = 0.2;
    private const double LeastSwingSeconds = 0.12;
    private const double LongestSwingSeconds = 1.5;
    private const double LandingSeconds = 0.12;
    private const double PushOffSeconds = 0.6;
    private const double StillSeconds = 0.06;
    private const double LastStillSeconds = 1.5;
    private const double RetrySeconds = 0.03;

    private readonly MotionBuffer _motion;
    private readonly SagittalAxis _axis;
    private Strapdown _foot;
    private bool _inSwing;
    private long _notBefore;
    private long _contact;
    private double _toeOff;
    private long _landing;
    private long _movedAt;
    private float _fastest;

    public SwingDetector(MotionBuffer motion, SagittalAxis axis) => (_motion, _axis) = (motion, axis);

    /// <summary>Gets when the foot stood still before the swing.</summary>
    public StillMoment StillBefore { get; private set; }

    /// <summary>Begins anew: what was before is not connected with what comes.</summary>
    public void Reset()
    {
        _inSwing = false;
        _contact = _notBefore = _motion.Begin;
    }

    /// <summary>Looks at the next smoothed sample.</summary>
    /// <param name="place">Its place; every place in turn.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="at">Where, between samples.</param>
    /// <returns>True when an event is known now.</returns>
    public bool Advance(long place, out GaitEventKind kind, out double at)
    {
        kind = _inSwing ? GaitEventKind.InitialContact : GaitEventKind.ToeOff;
        return _inSwing ? Swing(place, out at) : Stance(place, out at);
    }

    private float Rate(long place) => _axis.RateOf(_motion.Smoothed(place));

    private bool Stance(long place, out double toeOff)
    {
        toeOff = 0;
        if (place < _notBefore || _motion.Smoothed(place).LengthSquared() < LeastRate * LeastRate)
            return false;
        if (_axis.IsSigned && Rate(place) < LeastRate)
            return false;
        _notBefore = place + _motion.Samples(RetrySeconds);
        if (!_axis.IsSigned && !LearnDirection(place))
            return false;
        var pushedOff = FindPushOff(place, out toeOff);
        if (!FootGoes((long)toeOff, place) || (!pushedOff && _foot.HorizontalSpeed < FreeSpeed))
            return false;
        (_inSwing, _toeOff, _landing, _movedAt) = (true, toeOff, 0, place);
        return true;
    }

    private bool LearnDirection(long place)
    {
        if (!FootGoes(place, place))
            return false;
        var velocity = new Vector3(_foot.Velocity.X, _foot.Velocity.Y, 0);
        _axis.LearnForward(Vector3.Transform(velocity, Quaternion.Conjugate(_foot.Start)));
        return Rate(place) >= LeastRate;
    }

    private bool FindPushOff(long place, out double toeOff)
    {
        var from = Math.Max(Math.Max(place - _motion.Samples(PushOffSeconds), _motion.Begin), _contact);
        var (peak, least) = (place, 0f);
        for (var i = place; i >= from; i--)
        {
            if (Rate(i) < least)
                (peak, least) = (i, Rate(i));
        }

        toeOff = Crossing(peak, place, least * PushOffLevel, rising: true);
        return least <= -LeastRate;
    }

    private bool FootGoes(long before, long now)
    {
        var from = Math.Max(before - _motion.Samples(LastStillSeconds), _contact);
        if (StillMoment.Find(_motion, from, before) is not { } still || still.RateSquare > MostStillRate * MostStillRate)
            return false;
        StillBefore = still;
        var force = Strapdown.MeanForce(_motion, still.Place);
        _axis.LearnUp(Vector3.Normalize(force));
        _foot = new Strapdown(_motion, still.Place, force.Length());
        _fastest = 0;
        while (_foot.Place < now)
            Go();
        return _foot.HorizontalSpeed >= LeastSpeed;
    }

    private void Go()
    {
        _foot.Advance();
        _fastest = Math.Max(_fastest, _foot.HorizontalSpeed);
    }

    private bool Swing(long place, out double contact)
    {
        contact = 0;
        Go();
        if (place - _toeOff > _motion.Samples(LongestSwingSeconds))
            return Leave(place);
        if (_landing == 0 && Rate(place) < 0 && place - _toeOff > _motion.Samples(LeastSwingSeconds) && HasSlowed)
            _landing = place;
        _movedAt = _motion.Smoothed(place).LengthSquared() > LeastRate * LeastRate ? place : _movedAt;
        if (_landing == 0 && place - _movedAt >= _motion.Samples(StillSeconds) && HasSlowed)
        {
            contact = _movedAt + 1;
            Leave(_movedAt);
            return true;
        }

        if (_landing == 0 || place - _landing < _motion.Samples(LandingSeconds))
            return false;
        contact = Landing();
        Leave((long)contact);
        return true;
    }

    private bool HasSlowed => _foot.HorizontalSpeed < SlowedTo * _fastest;

    private bool Leave(long place)
    {
        _inSwing = false;
        _contact = place + _motion.Samples(LandingSeconds);
        _notBefore = place + _motion.Samples(LeastStanceSeconds);
        return false;
    }

    private double Landing()
    {
        var (peak, least) = (_landing, 0f);
        for (var i = _landing; i < _landing + _motion.Samples(LandingSeconds); i++)
        {
            if (Rate(i) < least)
                (peak, least) = (i, Rate(i));
        }

        return Crossing(_landing - 1, peak, least * LandingLevel, rising: false);
    }

    /// <summary>Where the rate first passes a level; the end when it does not.</summary>
    private double Crossing(long from, long to, float level, bool rising)
    {
        for (var i = from; i < to; i++)
        {
            var (before, after) = (Rate(i), Rate(i + 1));
            if (rising ? before <= level && after > level : before >= level && after < level)
                return i + ((level - before) / (after - before));
        }

        return to;
    }
}
