namespace PhysioEdge.Simulation.Body;

/// <summary>Body sizes with names, for commands and reports.</summary>
public static class Builds
{
    /// <summary>Gets the body sizes by name; <c>average</c> is the one that a figure has by default.</summary>
    public static IReadOnlyDictionary<string, BodySize> Named { get; } = new Dictionary<string, BodySize>
    {
        ["average"] = new(),
        ["small"] = new() { HeightMetres = 1.54f, GirthFactor = 0.9f },
        ["tall"] = new() { HeightMetres = 1.93f, GirthFactor = 0.95f },
        ["heavy"] = new() { HeightMetres = 1.70f, GirthFactor = 1.3f },
        ["stout"] = new() { HeightMetres = 1.60f, GirthFactor = 1.6f },
    };
}
