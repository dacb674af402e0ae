using System.Text.Json;

namespace PhysioEdge.Contracts.Events;

/// <summary>The bytes of a flagged event on the wire, never more than <see cref="FlaggedEvent.MaxPayloadBytes"/>.</summary>
public static class EventPayload
{
    /// <summary>Writes the event as it is.</summary>
    public static byte[] Write(FlaggedEvent flagged) =>
        JsonSerializer.SerializeToUtf8Bytes(flagged, ContractsJson.Wire);

    /// <summary>Reads what <see cref="Write"/> has written. What came in by MQTT is for <see cref="EventReader"/>.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static FlaggedEvent Read(ReadOnlySpan<byte> payload) =>
        JsonSerializer.Deserialize<FlaggedEvent>(payload, ContractsJson.Wire) ?? throw new JsonException("The payload is null.");

    /// <summary>
    /// Thins the evidence evenly until the event fits, keeping its first and last pair as long as two can stay.
    /// Values are left out, never changed; the explanation is left whole.
    /// </summary>
    /// <returns>The event that was written, and its bytes.</returns>
    /// <exception cref="ArgumentException">It does not fit even without evidence.</exception>
    public static (FlaggedEvent Event, byte[] Bytes) Fit(FlaggedEvent flagged)
    {
        var evidence = flagged.Data.Evidence;
        for (var kept = evidence.Count; ; kept = kept * 4 / 5)
        {
            var candidate = kept == evidence.Count ? flagged : flagged with { Data = flagged.Data with { Evidence = Thin(evidence, kept) } };
            var bytes = Write(candidate);
            if (bytes.Length <= FlaggedEvent.MaxPayloadBytes)
                return (candidate, bytes);
            if (kept == 0)
                throw new ArgumentException($"The event takes {bytes.Length} bytes without any evidence; {FlaggedEvent.MaxPayloadBytes} are allowed. Shorten its explanation.", nameof(flagged));
        }
    }

    private static IReadOnlyList<double>[] Thin(IReadOnlyList<IReadOnlyList<double>> evidence, int kept) => kept switch
    {
        0 => [],
        1 => [evidence[^1]],
        _ => [.. Enumerable.Range(0, kept).Select(index => evidence[(int)((long)index * (evidence.Count - 1) / (kept - 1))])],
    };
}
