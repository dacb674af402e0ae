using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Tells when one foot is loaded and when it is in the air, and measures each contact once it is over.</summary>
/// <remarks>
/// The levels follow the wearer: loaded from a tenth of the usual peak on, in the air below a twentieth, but never below 30 and 20 N.
/// A foot in the air for less than 200 ms has not swung (the shortest swing of fast walking is about 300 ms): it was eased while turning.
/// A contact of less than 100 ms bears no step (stance in sprinting): that is a bounce.
/// </remarks>
internal sealed class FootContactDetector
{
    private const double LoadedShare = 0.1;
    private const double UnloadedShare = 0.05;
    private const double LeastLoadedNewtons = 30;
    private const double LeastUnloadedNewtons = 20;

    /// <summary>What presses on a foot in the air is a shoe, not the wearer, up to this share of the usual peak.</summary>
    private const double MostUnloadedShare = 0.15;

    /// <summary>Between the half of the weight, which a foot bears in standing (45 % of the peaks of walking), and all of it.</summary>
    private const double BearingShare = 0.6;

    private static readonly TimeSpan ShortestSwing = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ShortestContact = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(100);

    /// <summary>A foot that has not borne weight for so long may bear another from now on.</summary>
    private static readonly TimeSpan LongestMemory = TimeSpan.FromSeconds(3);

    private readonly LoadHistory _history = new();
    private readonly UsualPeak _usual = new();
    private readonly UnloadedForce _unloaded = new();
    private readonly StanceMeasure _measure;

    private State _state = State.Unknown;
    private TimeSpan _changedAt;
    private TimeSpan _openedAt;
    private long _swingStart;
    private long _left;
    private double _peak;

    public FootContactDetector(Side side, ContactCriterion criterion) => _measure = new StanceMeasure(side, criterion, _history);

    private enum State
    {
        /// <summary>Loaded since before anything was known: its landing was not seen.</summary>
        Unknown,
        Swing,
        Loaded,
        Leaving,
    }

    /// <summary>Gets the largest force since the foot was last forgotten, N.</summary>
    public double HighestNewtons { get; private set; }

    /// <summary>Gets the last time at which the foot was in the air; null before the first.</summary>
    public TimeSpan? LastInTheAir { get; private set; }

    /// <summary>Gets the time of the last sample; null before the first.</summary>
    public TimeSpan? LastSeen { get; private set; }

    /// <summary>Gets the last force, N; 0 before the first.</summary>
    public double Newtons { get; private set; }

    /// <summary>Gets a value indicating whether the foot is on the floor.</summary>
    public bool IsOnFloor => _state is State.Loaded || (_state is State.Unknown && Newtons >= LoadedFrom);

    /// <summary>Gets a value indicating whether the foot swings: no contact goes on.</summary>
    public bool IsSwinging => _state is State.Swing;

    /// <summary>Gets the usual peak, N; the largest force so far while it is not known.</summary>
    public double Usual => _usual.Newtons ?? HighestNewtons;

    private double LoadedFrom => Preload + Math.Max(LeastLoadedNewtons, LoadedShare * Usual);

    private double Preload => _unloaded.Newtons < MostUnloadedShare * Usual ? _unloaded.Newtons : 0;

    /// <summary>Takes in the next sample.</summary>
    /// <param name="at">Its time, after that of the one before.</param>
    /// <param name="load">The load; a known force.</param>
    /// <param name="highestOther">The largest force on the other foot, N.</param>
    /// <param name="step">The contact that is over, when there is one.</param>
    /// <returns>True when a contact is over.</returns>
    public bool Add(TimeSpan at, in FootLoad load, double highestOther, out InsoleStep step)
    {
        step = default;
        if (at - LastSeen > LongestGap)
            _state = State.Unknown;
        (LastSeen, Newtons, HighestNewtons) = (at, load.ForceNewtons, Math.Max(HighestNewtons, load.ForceNewtons));
        _history.Add(at, load);
        _unloaded.Add(at, load.ForceNewtons);
        return Move(at, load.ForceNewtons) && Close(at, highestOther, out step);
    }

    /// <summary>Ends the stream: a foot that has left the floor has made its contact.</summary>
    public bool Finish(double highestOther, out InsoleStep step)
    {
        step = default;
        return _state == State.Leaving && LastSeen is { } at && at - _changedAt >= ShortestSwing / 4 && Close(at, highestOther, out step);
    }

    /// <returns>True when a contact is over.</returns>
    private bool Move(TimeSpan at, double force)
    {
        var inTheAir = force < Preload + Math.Max(LeastUnloadedNewtons, UnloadedShare * Usual);
        var loaded = force >= LoadedFrom;
        if (inTheAir)
            LastInTheAir = at;
        switch (_state)
        {
            case State.Unknown when inTheAir && _history.Newest == 0:
                (_state, _changedAt) = (State.Swing, at);
                break;
            case State.Unknown when inTheAir:
                Leave(at);
                _peak = double.NaN;
                break;
            case State.Swing when loaded:
                (_state, _openedAt, _peak) = (State.Loaded, at, force);
                break;
            case State.Swing when at - _changedAt > LongestMemory:
                Forget(at);
                break;
            case State.Leaving when loaded:
                _state = State.Loaded;
                break;
            case State.Leaving when at - _changedAt >= ShortestSwing:
                return true;
            case State.Loaded when inTheAir:
                Leave(at);
                break;
        }

        _peak = Math.Max(_peak, force);
        return false;
    }

    private void Leave(TimeSpan at) => (_state, _changedAt, _left) = (State.Leaving, at, _history.Newest);

    private void Forget(TimeSpan at)
    {
        _usual.Forget();
        (HighestNewtons, _changedAt) = (0, at);
    }

    private bool Close(TimeSpan at, double highestOther, out InsoleStep step)
    {
        step = default;
        var first = Math.Max(_swingStart, _history.Oldest);
        _swingStart = _left;
        var seen = !double.IsNaN(_peak) && _history.TimeOf(first) < _openedAt;
        _state = State.Swing;
        if (!seen || _changedAt - _openedAt < ShortestContact)
            return false;
        var before = _usual.Newtons;
        _usual.Add(_peak);
        var highest = Math.Max(HighestNewtons, highestOther);
        var usual = _usual.Newtons ?? (_peak >= highest / 2 ? highest : _peak);
        if (_measure.Of(first, _history.Newest, usual, Preload) is not { } measured)
            return false;
        step = measured with { BearsTheWearer = _peak >= BearingShare * before };
        return step.Contact.ToeOff > step.Contact.InitialContact && at >= step.Contact.ToeOff;
    }
}
