namespace PhysioEdge.Analysis.Exercises;

/// <summary>The exercises that the box can count.</summary>
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
}
