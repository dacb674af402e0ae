using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// Follows one foot from its toe-off to its initial contact.
/// </summary>
/// <remarks>
/// <para>
/// A foot swings while it goes forward over the other one, which stands. Toe-off is when its toes begin to go forward against the
/// trunk, the rearmost point of Zeni, Richards and Higginson, "Two simple methods for determining gait events during treadmill and
/// overground walking using kinematic data", Gait Posture 2008. Their foremost point for the initial contact comes some 50 ms too
/// early, because the foot is drawn back before it lands. Taken instead is the middle of two others, one early where the other is
/// late: the heel has stopped going forward (velocity below a tenth of the swing's; Ghoussayni et al., "Assessment and validation of
/// a simple automated method for the detection of gait events and intervals", Gait Posture 2004, who take a fixed velocity), and
/// the foot's centre falls fastest (O'Connor et al., "Automatic detection of gait events using kinematic data", Gait Posture 2007).
/// </para>
/// <para>
/// Deviations: everything is against the other foot or the trunk instead of the room, so that treadmills and hip-centred landmarks
/// will do; speeds are in lengths of the leg, so that small people count like tall ones. A trunk that is unknown is where the feet
/// went on average (<see cref="BodyMotion"/>).
/// </para>
/// </remarks>
internal sealed class SwingTracker(Side side)
{
    /// <summary>Slower is no swing: half of what a very slow walk of 0.4 m/s asks of its swings.</summary>
    private const double LeastSpeedLegs = 0.45;

    /// <summary>A foot that leaves the floor this far behind the other is walked with; whether one that is not behind it is, its swing has to show.</summary>
    private const double TrailingLegs = 0.1;

    /// <summary>A swing goes over a stride, which is at least 20 cm.</summary>
    private const double LeastSwingLegs = 0.22;

    /// <summary>A foot that leaves the floor or lands is about as low as the other; one that is lifted for an exercise is not.</summary>
    private const double MostHeightLegs = 0.13;

    /// <summary>The slope of axes that are taken for upright though they are tilted by 8° (<see cref="BodyAxes"/>): a foot behind seems as much higher.</summary>
    private const double TiltSlope = 0.14;

    private const double LandedShare = 0.1;

    /// <summary>A foot that swings is above the one that stands. In walking backwards the one that seems to go forward is below it by more than this on average; less may be the tilt of the axes.</summary>
    private const double LeastHeightLegs = -0.03;

    /// <summary>Landmarks that are lost for longer are no moment.</summary>
    private static readonly TimeSpan LongestLoss = TimeSpan.FromSeconds(0.2);

    /// <summary>At 200 steps a minute, where walking ends, a stride takes 0.6 s and its swing a good third of that; less is a landmark that trembles.</summary>
    private static readonly TimeSpan ShortestPhase = TimeSpan.FromSeconds(0.2);

    private static readonly TimeSpan LongestSwing = TimeSpan.FromSeconds(1.5);

    /// <summary>The fastest fall is looked for so long before and after the heel has stopped, and from one moment to the next where these are further apart.</summary>
    private static readonly TimeSpan AroundLanding = TimeSpan.FromSeconds(0.05);

    /// <summary>With less, a turning point cannot be told from the end of what is remembered.</summary>
    private const int FewestAround = 5;

    private readonly List<FootMotion> _recent = [];
    private FootMotion? _before;
    private FootMotion _last;
    private FootMotion _begin;
    private double _fastest;
    private double _fastestPastBody;
    private double _heights;
    private int _samples;
    private TimeSpan? _toeOff;
    private bool _toeOffTold;
    private bool _swinging;
    private FootMotion? _stopped;
    private TimeSpan _stoppedAt;
    private TimeSpan? _landedAt;

    /// <summary>Takes in the next moment.</summary>
    /// <param name="motion">How the foot moves.</param>
    /// <param name="legMetres">The length of the leg.</param>
    /// <param name="events">Receives what it brought to light.</param>
    public void Add(in FootMotion motion, double legMetres, List<FootEvent> events)
    {
        if (!motion.IsKnown)
            return;
        if (motion.At - _before?.At > LongestLoss)
            Finish(events);
        Remember(motion);
        _last = _before ?? motion;
        if (_stopped is not null)
            Land(motion.At, events);
        else if (_swinging)
            Swing(motion, legMetres, events);
        else if (motion.OverFloor > LeastSpeedLegs * legMetres)
            Begin(motion, legMetres);
        _before = motion;
    }

    /// <summary>Ends the stream: a foot that has stopped has landed.</summary>
    public void Finish(List<FootEvent> events)
    {
        if (_stopped is not null)
            Land(TimeSpan.MaxValue, events);
        Reset();
    }

    public void Reset()
    {
        _recent.Clear();
        _before = null;
        Stand();
    }

    /// <summary>A foot that goes forward comes from the floor, or was on its way when the recording began.</summary>
    private void Begin(in FootMotion motion, double leg)
    {
        if (_before is not null && IsLifted(motion, leg))
            return;
        if (motion.At - _landedAt < ShortestPhase)
            return;
        Stand();
        (_swinging, _begin) = (true, motion);
        NoteToeOff(motion);
        if (_before is not null && motion.PastBody >= 0)
            _toeOff ??= motion.At;
    }

    private void Stand() => (_swinging, _stopped, _toeOff, _toeOffTold, _fastest, _fastestPastBody, _heights, _samples) = (false, null, null, false, 0, 0, 0, 0);

    private void Remember(in FootMotion motion)
    {
        var oldest = motion.At - (3 * AroundLanding);
        while (_recent.Count >= FewestAround && _recent[0].At < oldest)
            _recent.RemoveAt(0);
        _recent.Add(motion);
    }

    private void Swing(in FootMotion motion, double leg, List<FootEvent> events)
    {
        _fastest = Math.Max(_fastest, motion.HeelOverFloor);
        _fastestPastBody = Math.Max(_fastestPastBody, motion.PastBody);
        (_heights, _samples) = (_heights + motion.Higher, _samples + 1);
        if (_toeOff is null)
            NoteToeOff(motion);
        if (_toeOff is { } at && !_toeOffTold && motion.Ahead <= -TrailingLegs * leg && motion.OverFloor > LeastSpeedLegs * leg && !IsBelow(leg))
        {
            _toeOffTold = true;
            events.Add(new FootEvent(side, GaitEventKind.ToeOff, at, double.NaN));
        }

        if (motion.HeelOverFloor < LandedShare * _fastest && motion.OverFloor < LeastSpeedLegs * leg)
            Stop(motion, leg);
        else if (motion.At - _begin.At > LongestSwing)
            Stand();
    }

    private static bool IsLifted(in FootMotion motion, double leg) => motion.Higher > (MostHeightLegs * leg) + (TiltSlope * Math.Abs(motion.Ahead));

    private bool IsBelow(double leg) => _heights < LeastHeightLegs * leg * _samples;

    private void NoteToeOff(in FootMotion motion)
    {
        if (_last.PastBody < 0 && motion.PastBody >= 0)
            _toeOff = Crossing(_last.At, _last.PastBody, motion.At, motion.PastBody);
    }

    private void Stop(in FootMotion motion, double leg)
    {
        var movedForward = _fastestPastBody > LeastSpeedLegs * leg;
        var far = motion.Ahead - _begin.Ahead >= LeastSwingLegs * leg;
        var brief = motion.At - _begin.At < ShortestPhase;
        if (!movedForward || !far || brief || IsBelow(leg) || IsLifted(motion, leg))
        {
            Stand();
            return;
        }

        _stopped = motion;
        var level = LandedShare * _fastest;
        _stoppedAt = Crossing(_last.At, _last.HeelOverFloor - level, motion.At, motion.HeelOverFloor - level);
    }

    private void Land(TimeSpan now, List<FootEvent> events)
    {
        if (now < _stoppedAt + AroundLanding)
            return;
        if (_toeOff is { } toeOff && !_toeOffTold)
            events.Add(new FootEvent(side, GaitEventKind.ToeOff, toeOff, double.NaN));
        var falls = FastestFall() is { } fastest ? _stoppedAt + ((fastest - _stoppedAt) / 2) : _stoppedAt;
        events.Add(new FootEvent(side, GaitEventKind.InitialContact, falls, _stopped!.Value.Ahead));
        _landedAt = falls;
        Stand();
    }

    /// <summary>When the foot's centre falls fastest about the landing; null when it does not pass such a point there.</summary>
    private TimeSpan? FastestFall()
    {
        TimeSpan? found = null;
        var rising = 0.0;
        for (var i = 1; i < _recent.Count - 1; i++)
        {
            var (before, here, after) = (_recent[i - 1], _recent[i], _recent[i + 1]);
            var around = after.At - here.At > AroundLanding ? after.At - here.At : AroundLanding;
            if ((here.At - _stoppedAt).Duration() <= around && here.Rising < rising && here.Rising <= before.Rising && here.Rising < after.Rising)
                (found, rising) = (Vertex(before, here, after), here.Rising);
        }

        return found;
    }

    /// <summary>The turning point of the parabola through three moments, taken as evenly spaced.</summary>
    private static TimeSpan Vertex(in FootMotion before, in FootMotion here, in FootMotion after)
    {
        var bend = before.Rising - (2 * here.Rising) + after.Rising;
        var shift = bend > 0 ? (before.Rising - after.Rising) / (2 * bend) : 0;
        return here.At + (shift * ((after.At - before.At) / 2));
    }

    private static TimeSpan Crossing(TimeSpan before, double valueBefore, TimeSpan after, double valueAfter)
        => before + ((after - before) * Math.Clamp(valueBefore / (valueBefore - valueAfter), 0, 1));
}

/// <summary>Something that a foot did, as far as the foot alone can tell.</summary>
/// <param name="Side">The foot.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="AheadMetres">How far its heel was ahead of the other one's; NaN for a toe-off.</param>
internal readonly record struct FootEvent(Side Side, GaitEventKind Kind, TimeSpan At, double AheadMetres);
