using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>How one wearable is doing, for the page.</summary>
internal sealed record DeviceState
{
    public required string Id { get; init; }

    public required string Role { get; init; }

    public required string? Side { get; init; }

    public required LinkState State { get; init; }

    /// <summary>Gets why it is in that state, in words; null when there is nothing to say.</summary>
    public required string? Reason { get; init; }

    public required int? BatteryPercent { get; init; }

    public required long Received { get; init; }

    public required long Decoded { get; init; }

    public required IReadOnlyDictionary<string, long> Refused { get; init; }

    /// <summary>Gets the samples that never came while the link stood.</summary>
    public required long Lost { get; init; }

    public required long Reconnects { get; init; }

    public static DeviceState Of(DeviceConfiguration device, in LinkStatus link, in DeviceCounts counts) => new()
    {
        Id = device.Id,
        Role = device.Insole is null ? "heart-rate" : "insole",
        Side = device.Insole?.Side.ToString().ToLowerInvariant(),
        State = link.State,
        Reason = link.Reason,
        BatteryPercent = link.BatteryPercent,
        Received = link.Received,
        Decoded = counts.Packets.Decoded,
        Refused = counts.Packets.Refused,
        Lost = counts.Lost,
        Reconnects = link.Reconnects,
    };
}
