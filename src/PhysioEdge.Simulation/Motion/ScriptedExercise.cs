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

    /// <summary>On the spot, one knee lifted after the other or always the same; a repetition is one lift, its side the leg lifted.</summary>
    Marching,

    /// <summary>One foot lifted and kept up; a repetition is one such hold, its side the leg stood on.</summary>
    SingleLegStance,

    /// <summary>Over the floor, in steps; it has no repetitions.</summary>
    Walking,
}
