namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Makes strides of steps and tells the steady ones and, where the motion is not known, the turns between them.</summary>
internal sealed class StrideTracker
{
    private readonly SteadyStrides _steady = new(SteadyStrides.Strict);
    private readonly SteadyStrides _watched = new(SteadyStrides.Lenient);
    private readonly RhythmTurnDetector _turns = new();
    private InsoleStep? _before;
    private InsoleStep? _middle;

    /// <summary>Gets the number of strides, the unsteady ones of turns, starts and stops included.</summary>
    public int Count { get; private set; }

    /// <summary>Takes in the next step.</summary>
    /// <param name="step">The step, in the order in which they are known.</param>
    /// <param name="change">How far its foot turned; null when the motion is not known.</param>
    /// <param name="steady">A steady stride that is known to be one now.</param>
    /// <param name="watched">A stride that is known now to be steady enough to be watched for a change.</param>
    /// <param name="turn">A turn of unknown angle that is over.</param>
    public void Add(in InsoleStep step, HeadingChange? change, out StrideSymmetry? steady, out StrideSymmetry? watched, out Turn? turn)
    {
        (steady, watched, turn) = (null, null, null);
        var isSteady = false;
        if (_before is { } before && _middle is { } middle && StrideSymmetry.Of(before, middle, step) is { } stride)
        {
            Count++;
            var turning = change is { } turned && TurnDetector.IsTurning(turned);
            steady = _steady.Add(stride, turning, out var known) ? known : null;
            watched = _watched.Add(stride, turning, out known) ? known : null;
            isSteady = _steady.IsSteady;
        }

        if (change is not null)
            _turns.Reset();
        else if ((isSteady ? _before : _middle) is { } first)
            turn = _turns.Add(first.Contact.InitialContact, step.Contact.InitialContact, isSteady);
        (_before, _middle) = (_middle, step);
    }

    /// <summary>The patient stopped: no turn goes on.</summary>
    public void Stop() => _turns.Reset();

    /// <summary>A foot is no longer followed: the next steps do not continue these.</summary>
    public void Break()
    {
        (_before, _middle) = (null, null);
        _steady.Break();
        _watched.Break();
        _turns.Reset();
    }
}
