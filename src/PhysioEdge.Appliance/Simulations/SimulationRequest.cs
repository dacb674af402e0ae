using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Appliance.Simulations;

/// <summary>What is to be filmed.</summary>
internal sealed record SimulationRequest
{
    /// <summary>Gets the exercise; null = the session of the default patient.</summary>
    public ScriptedExercise? Exercise { get; init; }

    public CourseRequest Course { get; init; } = new();

    public ViewRequest View { get; init; } = new();

    public required double RateHz { get; init; }
}

/// <summary>How the exercise goes. A session has all that of its own.</summary>
internal sealed record CourseRequest
{
    public int Repetitions { get; init; } = 5;

    /// <summary>Gets the side that moves; null = both where that is possible, else the left.</summary>
    public Side? Side { get; init; }

    /// <summary>Gets the build, one of <see cref="PhysioEdge.Simulation.Body.Builds"/>.</summary>
    public string Build { get; init; } = "average";

    /// <summary>Gets the height; null = that of the build.</summary>
    public double? BodyHeightMetres { get; init; }

    /// <summary>Gets how much of the range is lost from the first repetition to the last, percent.</summary>
    public double FatiguePercent { get; init; }

    /// <summary>Gets the side that does not go as far; null = neither.</summary>
    public Side? WeakerSide { get; init; }

    public double WeakerByDegrees { get; init; } = 15;

    /// <summary>Gets the forward lean of the trunk where it is greatest; null = what suits the movement.</summary>
    public double? TrunkLeanDegrees { get; init; }

    public double TremorDegrees { get; init; }

    /// <summary>Gets the leg that is spared in walking; null = neither.</summary>
    public Side? Limp { get; init; }

    public int Seed { get; init; } = 1;
}

/// <summary>How it is filmed; null = as the session has it, or as suits the exercise.</summary>
internal sealed record ViewRequest
{
    public double? YawDegrees { get; init; }

    public double? CameraHeightMetres { get; init; }

    public double? CameraDistanceMetres { get; init; }

    /// <summary>Gets the skin: a phototype of Fitzpatrick, 1 to 6.</summary>
    public int? SkinTone { get; init; }

    /// <summary>Gets hair and clothes, one of <see cref="PhysioEdge.Simulation.Body.Looks"/>.</summary>
    public string? Clothes { get; init; }

    /// <summary>Gets the light, one of <see cref="PhysioEdge.Simulation.Rendering.Lights"/>.</summary>
    public string? Light { get; init; }

    /// <summary>Gets a value indicating whether somebody walks through the picture behind the patient.</summary>
    public bool PasserBy { get; init; }

    public int Width { get; init; } = 480;

    public int Height { get; init; } = 640;
}
