namespace PhysioEdge.Analysis.Exercises;

/// <summary>The exercises that the box can tell apart.</summary>
public enum ExerciseKind
{
    /// <summary>Standing, both knees and hips bend and straighten again.</summary>
    Squat,

    /// <summary>From a chair to standing and back.</summary>
    SitToStand,

    /// <summary>Seated, a knee straightens and bends again.</summary>
    KneeExtension,

    /// <summary>An arm is raised sideways and lowered again.</summary>
    ShoulderAbduction,

    /// <summary>Standing, one knee is lifted to the front and put down again; each lift is a repetition of that side.</summary>
    Marching,

    /// <summary>Standing on one leg; each hold is a repetition of the side that is stood on.</summary>
    SingleLegStance,

    /// <summary>Walking: recognised, but it has no repetitions.</summary>
    Walking,
}
