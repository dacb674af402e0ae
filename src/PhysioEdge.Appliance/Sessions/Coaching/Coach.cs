using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Sessions.Coaching;

/// <summary>
/// Finds the one thing to say to the patient. It goes by stream time alone, waits until something has lasted before it speaks,
/// and lets what it has said stand long enough to be read from the other end of the room.
/// </summary>
internal sealed class Coach
{
    private const double StallStep = 2;
    private const double StallShare = 0.3;

    private static readonly TimeSpan LeastShown = TimeSpan.FromSeconds(0.9);
    private static readonly TimeSpan Verdict = TimeSpan.FromSeconds(1.8);
    private static readonly TimeSpan StallAfter = TimeSpan.FromSeconds(0.4);

    private Cue _wanted;
    private TimeSpan _wantedSince;
    private TimeSpan _shownSince = TimeSpan.MinValue;
    private TimeSpan _verdictUntil = TimeSpan.MinValue;
    private bool _fellShort;
    private FormRemark _remark;
    private double _furthest;
    private TimeSpan _furthestAt;

    /// <summary>Gets what is said now.</summary>
    public Cue Current { get; private set; }

    /// <summary>Lets the next moment pass.</summary>
    /// <returns>What is to be said.</returns>
    public Cue Watch(in CoachMoment now)
    {
        Remember(now);
        var wanted = Wanted(now);
        if (wanted != _wanted)
            (_wanted, _wantedSince) = (wanted, now.At);
        if (wanted != Current && now.At - _wantedSince >= Patience(wanted) && now.At >= _shownSince + LeastShown)
            (Current, _shownSince) = (wanted, now.At);
        return Current;
    }

    private static TimeSpan Patience(Cue cue) => TimeSpan.FromSeconds(cue switch
    {
        Cue.StepBack or Cue.Turn => 2,
        Cue.StepIn or Cue.None or Cue.Ready => 1.2,
        Cue.StandTall => 0.8,
        _ => 0.1,
    });

    private void Remember(in CoachMoment now)
    {
        if (now.Completed is { } reached)
            (_fellShort, _remark, _verdictUntil) = (!reached, now.Remark, now.At + Verdict);
        if (now.Phase != RepetitionPhase.Outward)
            (_furthest, _furthestAt) = (0, now.At);
        else if (now.Value > _furthest + StallStep)
            (_furthest, _furthestAt) = (now.Value, now.At);
    }

    private Cue Wanted(in CoachMoment now) => now switch
    {
        { Presence: Presence.Nobody } => Cue.StepIn,
        { Phase: RepetitionPhase.Outward } => Outward(now),
        { Phase: RepetitionPhase.Returning } => Cue.SlowlyBack,
        { Presence: Presence.Partly } => Cue.StepBack,
        { IsAllDone: true } => Cue.AllDone,
        { IsSetDone: true } => Cue.SetDone,
        { IsUnsure: true } => Cue.Turn,
        _ when now.At < _verdictUntil => OnTheLast(),
        { IsBent: true } => Cue.StandTall,
        { HasBegun: false } => Cue.Ready,
        _ => Cue.None,
    };

    private Cue OnTheLast() => _remark switch
    {
        FormRemark.TrunkLeans => Cue.TrunkUpright,
        FormRemark.TooFast => Cue.Slower,
        _ => _fellShort ? Cue.GoFurther : Cue.WellDone,
    };

    private Cue Outward(in CoachMoment now)
    {
        if (now.TargetIsHold)
            return now switch { { IsReached: true } => Cue.SlowlyBack, { IsHolding: true } => Cue.Hold, _ => Cue.None };
        if (now.IsReached)
            return Cue.Hold;
        if (now.Target is not { } target)
            return Cue.None;
        if (_fellShort || (now.Value > StallShare * target && now.At - _furthestAt > StallAfter))
            return Cue.GoFurther;
        return now.At < _verdictUntil ? OnTheLast() : Cue.None;
    }
}
