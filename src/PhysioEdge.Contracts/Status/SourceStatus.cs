namespace PhysioEdge.Contracts.Status;

/// <summary>What the retained topic of a camera or wearable says of it.</summary>
/// <param name="Source">Its name in the box's configuration.</param>
/// <param name="Kind"><c>camera</c>, <c>insole</c> or <c>heart-rate</c>.</param>
/// <param name="State">How it is, in one word, as on the page.</param>
/// <param name="Reason">Why, in words; null when there is nothing to say.</param>
/// <param name="BootId">The run of the service that says so, a ULID.</param>
/// <param name="Time">Since when, by the box's wall clock, UTC.</param>
public sealed record SourceStatus(string Source, string Kind, string State, string? Reason, string BootId, DateTimeOffset Time);
