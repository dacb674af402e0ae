using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>All that is told of a wearer of two insoles, or of one, as the samples come: steps, turns, standing, symmetry, cadence, and what is to be flagged.</summary>
/// <remarks>
/// A recording and a live stream are the same to it. Nothing is said of the symmetry while an insole is silent or bears nothing (<see cref="FootWear"/>):
/// that is no limp. When one was off and is worn again, it may lie differently, and what is usual is learned anew.
/// A step is known 0.2 s after toe-off, a turn at most 3 s after its last step, standing when it is over.
/// </remarks>
public sealed class InsoleWalk
{
    private readonly InsoleGait _gait;
    private readonly InsoleFoot _left;
    private readonly InsoleFoot _right;
    private readonly WeightBearingDetector[] _limits;
    private readonly StrideTracker _strides = new();
    private readonly TurnDetector _turns = new();
    private readonly StandingDetector _standing = new();
    private readonly AsymmetryDetector _asymmetry = new();
    private readonly RunningCadence _cadence = new();
    private readonly InsoleFindings _found = new();
    private TimeSpan? _begun;
    private TimeSpan _now;

    /// <summary>Begins a stream.</summary>
    /// <param name="criterion">What initial contact and toe-off mean for these sensors.</param>
    /// <param name="limits">What is prescribed for the legs; empty when nothing is.</param>
    public InsoleWalk(ContactCriterion criterion, IReadOnlyList<WeightBearingLimit> limits)
    {
        _gait = new InsoleGait(criterion);
        (_left, _right) = (new InsoleFoot(_gait.Foot(Side.Left)), new InsoleFoot(_gait.Foot(Side.Right)));
        _limits = [.. limits.Select(l => new WeightBearingDetector(l))];
    }

    /// <summary>Gets the symmetry of the steady strides so far.</summary>
    public RunningSymmetry Symmetry { get; } = new();

    /// <summary>Gets the number of strides so far, the unsteady ones of turns, starts and stops included.</summary>
    public int Strides => _strides.Count;

    /// <summary>Gets what is watched of the legs with a prescribed limit.</summary>
    public IReadOnlyList<WeightBearingDetector> WeightBearing => _limits;

    /// <summary>Gets the steps per minute of the last steps; null when the patient does not walk now.</summary>
    public double? CadenceStepsPerMinute => _cadence.At(_now);

    /// <summary>Gets a value indicating whether the patient stands on both feet now.</summary>
    public bool IsStanding => _standing.IsStanding;

    /// <summary>Gets the number of steps of a foot so far.</summary>
    /// <param name="side">The foot, left or right.</param>
    public int StepsOf(Side side) => Foot(side).Steps;

    /// <summary>Whether a foot can be told of now.</summary>
    /// <param name="side">The foot, left or right.</param>
    public FootWear WearOf(Side side) => Foot(side).Wear;

    /// <summary>Takes in what one foot bears, and how it moves where that is measured.</summary>
    /// <param name="side">The foot, left or right.</param>
    /// <param name="at">The time of the sample, later than that of the foot's last; both feet's samples come in the order of time.</param>
    /// <param name="load">The load; when its force is unknown, only the motion is taken in.</param>
    /// <param name="motion">The motion; null when it is not measured.</param>
    /// <returns>What was found; it holds until the next call.</returns>
    public InsoleFindings Add(Side side, TimeSpan at, in FootLoad load, FootMotion? motion = null)
    {
        _found.Clear();
        Begin(at);
        var foot = Foot(side);
        if (motion is { IsKnown: true } known)
            foot.Heading.Add(at, known);
        if (!double.IsNaN(load.ForceNewtons))
        {
            if (_gait.Add(side, at, load, out var step))
                Keep(step);
            Bear(side, at, load.ForceNewtons);
        }

        Advance();
        return _found;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>What was still open.</returns>
    public InsoleFindings Finish()
    {
        _found.Clear();
        if (_gait.Finish(Side.Left, out var step))
            Keep(step);
        if (_gait.Finish(Side.Right, out step))
            Keep(step);
        _found.Add(_turns.Finish());
        _found.Add(_standing.Finish());
        foreach (var limit in _limits)
            limit.Finish(_now, _found);
        _found.AddRange(_asymmetry.Finish(_now));
        return _found;
    }

    private InsoleFoot Foot(Side side) => side == Side.Left ? _left : _right;

    private void Begin(TimeSpan at)
    {
        _now = at > _now ? at : _now;
        if (_begun is not null)
            return;
        _begun = at;
        _left.Begin(at);
        _right.Begin(at);
        _asymmetry.Learn(at);
    }

    private void Keep(in InsoleStep step)
    {
        var (foot, other) = step.Contact.Side == Side.Left ? (_left, _right) : (_right, _left);
        _found.Add(step);
        _cadence.Add(step.Contact);
        var change = foot.Heading.Of(step.Contact);
        if (change is { } turned)
            _found.Add(_turns.Add(step.Contact.Side, turned, foot.LastToeOff > turned.From ? foot.LastToeOff.Value : turned.From, step.Contact.InitialContact));
        foot.Add(step);
        other.AddStepOfTheOther();
        foreach (var limit in _limits)
        {
            if (limit.Limit.Side == step.Contact.Side)
                limit.Complete(step.KnownAt, foot.Steps, _found);
        }

        if (_left.Wear == FootWear.Worn && _right.Wear == FootWear.Worn)
            Compare(step, change);
        else
            _strides.Break();
    }

    private void Compare(in InsoleStep step, HeadingChange? change)
    {
        _strides.Add(step, change, out var steady, out var watched, out var turn);
        _found.Add(turn);
        if (watched is { } stride)
            _found.AddRange(_asymmetry.Add(stride, step.KnownAt));
        if (steady is not { } even)
            return;
        Symmetry.Add(even);
        _found.Add(even);
    }

    private void Bear(Side side, TimeSpan at, double newtons)
    {
        var foot = Foot(side);
        foreach (var limit in _limits)
        {
            if (limit.Limit.Side == side)
                limit.Add(at, newtons, foot.Contact.IsSwinging, foot.Steps + 1, _found);
        }
    }

    private void Advance()
    {
        _found.Add(_turns.Advance(_now));
        foreach (var limit in _limits)
            limit.Advance(_now, _found);
        if (_left.Advance(_now, _begun!.Value) | _right.Advance(_now, _begun.Value))
            _found.AddRange(_asymmetry.Learn(_now));
        var (left, right) = (_left.Contact, _right.Contact);
        var both = _left.Wear == FootWear.Worn && _right.Wear == FootWear.Worn && left.IsOnFloor && right.IsOnFloor;
        _found.Add(_standing.Add(_now, both, left.Newtons + right.Newtons, Math.Max(left.Usual, right.Usual)));
        if (_standing.HasStopped)
            _strides.Stop();
    }
}
