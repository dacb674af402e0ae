using System.Text.Json.Serialization;

namespace PhysioEdge.Contracts.Events;

/// <summary>
/// One revision of one flagged event, as it is published: CloudEvents 1.0, JSON, structured mode, at most
/// <see cref="MaxPayloadBytes"/> bytes, no pictures.
/// (Source: CloudEvents specification 1.0.2.)
/// </summary>
/// <remarks>Receivers de-duplicate by <see cref="Source"/>, <see cref="Id"/> and <see cref="FlaggedEventData.Rev"/>.</remarks>
public sealed record FlaggedEvent
{
    /// <summary>The largest payload that may be published, in bytes.</summary>
    public const int MaxPayloadBytes = 8 * 1024;

    /// <summary>Gets the CloudEvents version, always 1.0.</summary>
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; init; } = "1.0";

    /// <summary>Gets the ULID of the event; every revision of it has the same one.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Gets the box as a URN, for example <c>urn:pe:edge-0001</c>.</summary>
    [JsonPropertyName("source")]
    public required string Source { get; init; }

    /// <summary>Gets the kind and version, for example <c>pe.rom.deficit.v1</c>; see <see cref="EventKinds"/>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>Gets the patient's site pseudonym, for example <c>pt-7f3a</c>.</summary>
    [JsonPropertyName("subject")]
    public required string Subject { get; init; }

    /// <summary>Gets the wall-clock time of the finding, UTC. For display: order by boot_id and seq.</summary>
    [JsonPropertyName("time")]
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the content type of <see cref="Data"/>, always application/json.</summary>
    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; init; } = "application/json";

    /// <summary>Gets the finding itself.</summary>
    [JsonPropertyName("data")]
    public required FlaggedEventData Data { get; init; }
}
