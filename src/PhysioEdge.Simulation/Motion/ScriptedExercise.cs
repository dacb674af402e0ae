namespace PhysioEdge.Simulation.Motion;

/// <summary>What a figure can be asked to do.</summary>
public enum ScriptedExercise
{
    Squat,

    /// <summary>From sitting to standing and back.</summary>
    SitToStand,

    /// <summary>Sitting, one leg straightened.</summary>
    KneeExtension,

    /// <summary>Standing, one arm or both raised sideways.</summary>
    ShoulderAbduction,
}
