using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Health;

/// <summary>What a box's health is judged by.</summary>
internal sealed record HealthFacts
{
    public required IReadOnlyList<(string Id, CameraStatus Status)> Cameras { get; init; }

    public required IReadOnlyList<DeviceState> Devices { get; init; }

    /// <summary>Gets the cameras and wearables whose patient has not agreed, as components.</summary>
    public required IReadOnlyList<string> WithoutConsent { get; init; }

    /// <summary>Gets why events cannot be stored; null if they can.</summary>
    public required string? StoreProblem { get; init; }

    /// <summary>Gets the damaged databases that were moved aside and are still there.</summary>
    public required IReadOnlyList<string> SetAside { get; init; }

    /// <summary>Gets why measurements cannot be stored; null if they can.</summary>
    public required string? MeasurementsProblem { get; init; }

    public required LinkStatus Link { get; init; }

    /// <summary>Gets how many events the broker refuses now.</summary>
    public required long Parked { get; init; }

    /// <summary>Gets for how long the oldest event has waited for its receipt; null if none does.</summary>
    public required TimeSpan? OldestPending { get; init; }

    /// <summary>Gets how much room is left for the data; null if that is not known.</summary>
    public required long? DataFreeBytes { get; init; }

    /// <summary>Gets a value indicating whether somebody has switched off that anything is taken in.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>Gets what is wrong with the privacy switch, its button or lamps; null if nothing is.</summary>
    public required string? PrivacyProblem { get; init; }

    public required TimeSpan Uptime { get; init; }

    /// <summary>Gets the time by the wall clock.</summary>
    public required DateTimeOffset Now { get; init; }
}
