namespace PhysioEdge.Appliance.Sessions.Coaching;

/// <summary>The one thing that is said to the patient.</summary>
internal enum Cue
{
    None,

    /// <summary>Nobody is in the picture.</summary>
    StepIn,

    /// <summary>Not the whole body is in the picture.</summary>
    StepBack,

    /// <summary>The camera sees the patient from a side from which it cannot tell the angle of the exercise.</summary>
    Turn,

    /// <summary>Nothing has been done yet.</summary>
    Ready,

    /// <summary>The target has not been reached, and the movement does not go on; or the last repetition fell short.</summary>
    GoFurther,

    /// <summary>In the last repetition the trunk helped.</summary>
    TrunkUpright,

    /// <summary>The last repetition was hurried.</summary>
    Slower,

    /// <summary>The target is reached.</summary>
    Hold,

    SlowlyBack,

    /// <summary>Between repetitions, but not upright.</summary>
    StandTall,

    /// <summary>A repetition reached its target.</summary>
    WellDone,

    /// <summary>All repetitions of a set are done.</summary>
    SetDone,

    /// <summary>Everything prescribed is done.</summary>
    AllDone,
}
