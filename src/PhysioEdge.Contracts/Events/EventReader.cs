using System.Diagnostics.CodeAnalysis;

namespace PhysioEdge.Contracts.Events;

/// <summary>Reads what came in by MQTT. Anyone may have sent it, so nothing here throws.</summary>
public static class EventReader
{
    /// <summary>Reads a flagged event that came on that topic.</summary>
    /// <param name="topic">The topic it came on.</param>
    /// <param name="payload">Its bytes.</param>
    /// <param name="flagged">The event; null if it is not one.</param>
    /// <param name="reason">What is wrong with it; null if nothing is.</param>
    public static bool TryRead(
        string topic,
        ReadOnlySpan<byte> payload,
        [NotNullWhen(true)] out FlaggedEvent? flagged,
        [NotNullWhen(false)] out string? reason)
    {
        flagged = null;
        if (payload.Length > FlaggedEvent.MaxPayloadBytes)
            reason = $"{payload.Length} bytes; {FlaggedEvent.MaxPayloadBytes} are allowed";
        else if (!Topics.TryParseEvent(topic, out var box, out var kind))
            reason = "the topic is not pe/v1/{site}/{edge}/event/{kind}";
        else if (WireReader.TryRead<FlaggedEvent>(payload, out var read, out reason) && (reason = FaultOf(read, box, kind)) is null)
            flagged = read;
        return flagged is not null;
    }

    private static string? FaultOf(FlaggedEvent flagged, Topics box, string kind) => flagged switch
    {
        { SpecVersion: not "1.0" } => "specversion is not 1.0",
        { Id: "" } => "id is empty",
        { Data.Rev: < 1 } => "data.rev is below 1",
        { Data.BootId: "" } => "data.boot_id is missing",
        _ when flagged.Source != box.Source => $"source is not {box.Source}, as the topic has it",
        _ when EventKinds.Of(flagged.Type) != kind => $"type is not {EventKinds.TypeOf(kind)}, as the topic has it",
        _ => null,
    };
}
