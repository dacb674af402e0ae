using System.Text.Json.Serialization;

namespace PhysioEdge.Contracts.Status;

/// <summary>What the retained status topic says of a box.</summary>
/// <param name="State">Whether it can be reached.</param>
/// <param name="BootId">The run of the service that said so.</param>
public sealed record BoxStatus(BoxState State, string BootId);

/// <summary>Whether a box can be reached.</summary>
[JsonConverter(typeof(StrictEnumConverter<BoxState>))]
public enum BoxState
{
    /// <summary>Connected: said by the box at each connect.</summary>
    [JsonStringEnumMemberName("online")]
    Online,

    /// <summary>Stopped on purpose: said by the box as its last word.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Lost: said by the broker as the box's will.</summary>
    [JsonStringEnumMemberName("offline")]
    Offline,
}
