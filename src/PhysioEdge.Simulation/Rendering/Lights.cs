using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>Light with names, for commands and reports.</summary>
public static class Lights
{
    /// <summary>Gets the lights by name; <c>daylight</c> is the one that a scene has by default.</summary>
    public static IReadOnlyDictionary<string, Lighting> Named { get; } = new Dictionary<string, Lighting>
    {
        ["daylight"] = new(),
        ["dim"] = new() { YawDegrees = 25, ElevationDegrees = 70, Strength = 0.10f, Ambient = 0.12f },
        ["side"] = new() { YawDegrees = 95, ElevationDegrees = 18, Strength = 0.85f, Ambient = 0.14f },
        ["backlit"] = new() { YawDegrees = 170, ElevationDegrees = 25, Strength = 0.95f, Ambient = 0.16f },
    };

    /// <summary>Any light: seven times of ten a usual one from anywhere, else one of those with names.</summary>
    internal static Lighting Any(SeededNumbers numbers) => numbers.Between(0, 9) switch
    {
        0 => Named["dim"],
        1 => Named["side"],
        2 => Named["backlit"],
        _ => new Lighting
        {
            YawDegrees = numbers.Between(-80f, 80f),
            ElevationDegrees = numbers.Between(25f, 60f),
            Strength = numbers.Between(0.45f, 0.7f),
            Ambient = numbers.Between(0.35f, 0.5f),
        },
    };
}
