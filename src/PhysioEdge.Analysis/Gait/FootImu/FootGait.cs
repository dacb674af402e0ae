using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// The gait of one foot from an inertial sensor on it: events as they become known, and strides once the foot stands again.
/// </summary>
/// <remarks>
/// The sensor may sit anywhere on the foot or shoe, any way round; how it sits is learnt from the motion, the first time within the first
/// step. Lost samples of up to 0.2 s are bridged; across longer ones nothing is told. Needs 50 to 250 samples per second
/// and a range that holds a heel strike (8 g, 1000 °/s are usual).
/// </remarks>
public sealed class FootGait
{
    /// <summary>A foot that has not left the floor this long after it landed stands.</summary>
    private const double StandingSeconds = 1;

    private readonly Side _side;
    private readonly Action<GaitEvent> _onEvent;
    private readonly Action<FootStride> _onStride;
    private readonly MotionBuffer _motion;
    private readonly SagittalAxis _axis;
    private readonly SwingDetector _detector;
    private readonly StrideMeter _meter;
    private long _next;
    private Landed _before;
    private Landed _open;

    /// <param name="side">The foot.</param>
    /// <param name="samplingRateHz">Ticks per second, 50 to 250.</param>
    /// <param name="onEvent">Called with each event when it is known, at most 1 s after it happened.</param>
    /// <param name="onStride">Called with each stride when the foot stands again.</param>
    public FootGait(Side side, double samplingRateHz, Action<GaitEvent> onEvent, Action<FootStride> onStride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samplingRateHz, LowestRateHz);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samplingRateHz, HighestRateHz);
        (_side, _onEvent, _onStride) = (side, onEvent, onStride);
        _motion = new MotionBuffer(samplingRateHz);
        _axis = new SagittalAxis(samplingRateHz);
        _detector = new SwingDetector(_motion, _axis);
        _meter = new StrideMeter(_motion);
    }

    /// <summary>Gets the lowest sampling rate, Hz.</summary>
    public static double LowestRateHz => 50;

    /// <summary>Gets the highest sampling rate, Hz.</summary>
    public static double HighestRateHz => 250;

    /// <summary>Takes in a sample.</summary>
    /// <param name="sample">The sample; ticks and times increase from call to call.</param>
    public void Add(in ImuSample sample)
    {
        if (_motion.Add(sample))
            BeginAnew();
        for (; _next < _motion.SmoothedEnd; _next++)
        {
            _axis.LearnTurning(_motion.Smoothed(_next));
            if (_detector.Advance(_next, out var kind, out var at))
                Happened(kind, at);
            else if (_open.IsComplete && _next > _open.Contact + _motion.Samples(StandingSeconds))
                Close((long)_open.Contact + _motion.Samples(StandingSeconds));
        }
    }

    private void BeginAnew()
    {
        _next = _motion.Begin;
        (_before, _open) = (default, default);
        _detector.Reset();
    }

    private void Happened(GaitEventKind kind, double place)
    {
        var at = _motion.At(place);
        if (kind == GaitEventKind.ToeOff)
        {
            if (_open.IsComplete)
                Close((long)place);
            _open = new Landed(_detector.StillBefore, place, at, Contact: 0, default);
        }
        else
        {
            _open = _open with { Contact = place, ContactAt = at };
        }

        _onEvent(new GaitEvent(_side, kind, at, _motion.Newest));
    }

    private void Close(long until)
    {
        if (StillMoment.Find(_motion, (long)_open.Contact, until) is { } still)
            _onStride(Measured(still));
        (_before, _open) = (_open, default);
    }

    private FootStride Measured(StillMoment end)
    {
        var bare = new FootStride(_side, _motion.At(_open.Still.Place), _motion.At(end.Place), _open.ToeOffAt, _open.ContactAt)
        {
            StrideTimeSeconds = _before.IsComplete && _open.ToeOff - _before.Contact < _motion.Samples(StandingSeconds)
                ? (_open.ContactAt - _before.ContactAt).TotalSeconds
                : null,
        };
        if (_open.Still.Place < _motion.Begin)
            return bare;
        var way = _meter.Measure(_open.Still, end);
        _axis.LearnForward(way.Forward);
        return bare with { LengthMetres = way.Length, ClearanceMetres = way.Highest, TurnDegrees = double.RadiansToDegrees(way.TurnRadians) };
    }

    private readonly record struct Landed(StillMoment Still, double ToeOff, TimeSpan ToeOffAt, double Contact, TimeSpan ContactAt)
    {
        public bool IsComplete => Contact > 0;
    }
}
