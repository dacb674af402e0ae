using PhysioEdge.Simulation.Wearables.Feet;
using PhysioEdge.Simulation.Wearables.Heart;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Simulation.Wearables;

/// <summary>Who wears what.</summary>
public sealed record WearableOptions
{
    /// <summary>Gets the make of the insoles.</summary>
    public required InsoleProfile Insole { get; init; }

    /// <summary>Gets their size, one of the profile's.</summary>
    public required string InsoleSize { get; init; }

    /// <summary>Gets the mass of the body, kg.</summary>
    public double MassKilograms { get; init; } = 72;

    /// <summary>Gets how the left insole differs from a perfect one.</summary>
    public InsoleFaults LeftInsole { get; init; } = new() { CrystalPartsPerMillion = 21 };

    /// <summary>Gets how the right insole differs from a perfect one.</summary>
    public InsoleFaults RightInsole { get; init; } = new() { CrystalPartsPerMillion = -34 };

    /// <summary>Gets how the heart answers.</summary>
    public HeartOptions Heart { get; init; } = new();

    /// <summary>Gets the seed of all noise and loss.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets a value indicating whether the script begins again at its end, the devices' clocks going on.</summary>
    public bool Loop { get; init; }
}
