using System.Text.Json.Serialization;

namespace PhysioEdge.Contracts.Reviews;

/// <summary>A therapist's verdict on an event. The same one may come twice.</summary>
/// <param name="Id">The verdict's own identifier, given by the dashboard; 1–64 letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Event">The event's identifier.</param>
/// <param name="Rev">Which revision of it was seen, from 1.</param>
/// <param name="Verdict">What it was.</param>
/// <param name="Time">When, by the dashboard's clock, UTC. A later verdict on the same event replaces an earlier one.</param>
public sealed record Review(string Id, string Event, int Rev, Verdict Verdict, DateTimeOffset Time);

/// <summary>What a therapist says to an event.</summary>
[JsonConverter(typeof(StrictEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>It is so, and was worth telling.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>It is not so, or was not worth telling.</summary>
    [JsonStringEnumMemberName("dismissed")]
    Dismissed,
}
