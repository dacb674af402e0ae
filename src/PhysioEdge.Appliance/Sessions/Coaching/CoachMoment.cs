using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Sessions.Coaching;

/// <summary>What the coach goes by.</summary>
internal readonly record struct CoachMoment
{
    /// <summary>Gets when, in stream time.</summary>
    public required TimeSpan At { get; init; }

    public required Presence Presence { get; init; }

    public RepetitionPhase Phase { get; init; }

    /// <summary>Gets what is measured now, in the unit of the target; NaN while it is not known.</summary>
    public double Value { get; init; }

    /// <summary>Gets what the patient is to reach; null when nothing is prescribed.</summary>
    public double? Target { get; init; }

    /// <summary>Gets a value indicating whether the target is a time to hold, not a distance to go.</summary>
    public bool TargetIsHold { get; init; }

    public bool IsHolding { get; init; }

    /// <summary>Gets a value indicating whether the body is bent where it should be upright between repetitions.</summary>
    public bool IsBent { get; init; }

    /// <summary>Gets a value indicating whether the camera cannot tell the angle of the exercise as the patient stands now.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Gets whether the repetition that has just been completed reached its target; null when none has been.</summary>
    public bool? Completed { get; init; }

    /// <summary>Gets what there is to say of how that repetition was done.</summary>
    public FormRemark Remark { get; init; }

    /// <summary>Gets a value indicating whether the session has had a repetition.</summary>
    public bool HasBegun { get; init; }

    public bool IsSetDone { get; init; }

    public bool IsAllDone { get; init; }

    /// <summary>Gets a value indicating whether the target is reached: compared as it is shown, in whole numbers.</summary>
    public bool IsReached => Math.Round(Value) >= Target;
}
