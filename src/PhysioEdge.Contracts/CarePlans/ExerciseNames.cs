namespace PhysioEdge.Contracts.CarePlans;

/// <summary>The exercises that the box can tell apart, as they are named in care plans and events.</summary>
public static class ExerciseNames
{
    /// <summary>Knees and hips bend and stretch while standing.</summary>
    public const string Squat = "squat";

    /// <summary>From a chair to standing and back.</summary>
    public const string SitToStand = "sit-to-stand";

    /// <summary>Seated, one knee is stretched.</summary>
    public const string KneeExtension = "knee-extension";

    /// <summary>The arm is raised sideways.</summary>
    public const string ShoulderAbduction = "shoulder-abduction";

    /// <summary>Standing, the knees are lifted to the front in turn.</summary>
    public const string Marching = "marching";

    /// <summary>Standing on one leg.</summary>
    public const string SingleLegStance = "single-leg-stance";

    /// <summary>Walking, which has no repetitions.</summary>
    public const string Walking = "walking";

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Squat, SitToStand, KneeExtension, ShoulderAbduction, Marching, SingleLegStance, Walking];
}
