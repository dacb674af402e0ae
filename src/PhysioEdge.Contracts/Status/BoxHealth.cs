using System.Text.Json.Serialization;

namespace PhysioEdge.Contracts.Status;

/// <summary>What the retained health topic says of a box, at least each minute. No patient is in it.</summary>
public sealed record BoxHealth
{
    /// <summary>Gets the run of the service that says so, a ULID.</summary>
    public required string BootId { get; init; }

    /// <summary>Gets when, by the box's wall clock, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the worst that is said in <see cref="Problems"/>.</summary>
    public required HealthLevel State { get; init; }

    /// <summary>Gets what is not as it should be, the worst first; empty if all is well.</summary>
    public required IReadOnlyList<HealthProblem> Problems { get; init; }

    /// <summary>Gets a value indicating whether somebody has switched off that anything is taken in; only a person at the box can switch it on again.</summary>
    public bool Private { get; init; }

    /// <summary>Gets the program's version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets for how long the service has been running, s.</summary>
    public required long UptimeS { get; init; }

    /// <summary>Gets how many revisions of events wait for their receipt; null if that cannot be read.</summary>
    public required long? Pending { get; init; }

    /// <summary>Gets for how long the oldest of them has, s; null if none does.</summary>
    public long? OldestPendingS { get; init; }

    /// <summary>Gets how much room is left where the data is, bytes; null if that cannot be read.</summary>
    public long? DataFreeBytes { get; init; }

    /// <summary>Gets when the box's certificate expires; null if it has none.</summary>
    public DateTimeOffset? CertificateExpiresAt { get; init; }

    /// <summary>Gets what was counted in this run: bad input, drops, resends, each by its name.</summary>
    public required IReadOnlyDictionary<string, long> Counters { get; init; }
}

/// <summary>Something that is not as it should be.</summary>
/// <param name="Component">What it is about: <c>camera/room-1</c>, <c>device/insole-left</c>, <c>broker</c>, <c>store</c>, <c>disk</c> …</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Text">What it is, and what to do, in words.</param>
public sealed record HealthProblem(string Component, HealthLevel Level, string Text);

/// <summary>How a box is.</summary>
[JsonConverter(typeof(StrictEnumConverter<HealthLevel>))]
public enum HealthLevel
{
    /// <summary>Everything works.</summary>
    [JsonStringEnumMemberName("good")]
    Good,

    /// <summary>It works, with less than it should have, or will not for long.</summary>
    [JsonStringEnumMemberName("degraded")]
    Degraded,

    /// <summary>What the box is there for does not work: nothing is measured, or nothing can be kept.</summary>
    [JsonStringEnumMemberName("failing")]
    Failing,
}
