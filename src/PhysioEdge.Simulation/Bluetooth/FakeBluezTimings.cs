namespace PhysioEdge.Simulation.Bluetooth;

/// <summary>How long things take.</summary>
public sealed record FakeBluezTimings
{
    /// <summary>Gets how long a scan takes to find the first device; each further one takes as much again.</summary>
    public TimeSpan Advertising { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Gets the time from Connect to the link.</summary>
    public TimeSpan Connecting { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>Gets the time from the link to the last of the GATT objects.</summary>
    public TimeSpan Resolving { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>Gets how long BlueZ tries to reach a device that is not there.</summary>
    public TimeSpan GivingUp { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets how long a device that was never connected is kept after the scan.</summary>
    public TimeSpan Forgetting { get; init; } = TimeSpan.FromSeconds(30);
}
