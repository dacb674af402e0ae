using PhysioEdge.Analysis.Samples;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>One wearable and the patient who wears it.</summary>
internal sealed record DeviceConfiguration
{
    public required string Id { get; init; }

    public required CarePlan CarePlan { get; init; }

    /// <summary>Gets the Bluetooth address, or <c>simulated</c>; null when it is known by its name.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the advertised name; null when it is known by its address.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what an insole is; null for a heart rate sensor.</summary>
    public InsoleFit? Insole { get; init; }

    public string Notify { get; init; } = "auto";

    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(5);

    public bool IsSimulated => Address == BoxConfigurationReader.Simulated;
}

/// <summary>An insole in a shoe.</summary>
/// <param name="Side">The foot, left or right.</param>
/// <param name="Profile">The make.</param>
/// <param name="Size">The size, one of the make's.</param>
internal sealed record InsoleFit(Side Side, InsoleProfile Profile, string Size);
