using System.Text.Json;
using PhysioEdge.Appliance.Health;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Commands;
using PhysioEdge.Publishing.Commands;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Appliance.CloudCommands;

/// <summary>Gives what is behind an event: the finding, the session's repetitions, and how the body moved before it. Never a picture.</summary>
internal sealed class EvidenceCommand(EdgeStore store, MeasurementStore measurements) : IBoxCommand
{
    // What is around the data of an answer takes less than the rest.
    private const int MostBytes = CommandRules.MaxPayloadBytes - 512;

    public string Name => "evidence";

    public CommandResult Execute(ReadOnlyMemory<byte> payload)
    {
        if (Read(payload) is not { } id)
            return CommandResult.Refused("-", """the payload is not {"event":"<id of an event>"}""");
        if (store.ReadEvidence(id) is not var (flagged, landmarks))
            return CommandResult.Refused("-", "this box has not stored that event, or not any more");
        var repetitions = measurements.ReadRepetitions(flagged.Data.Session).Select(Of);
        return CommandResult.Done(id,
        [
            new EvidencePart { Event = id, Finding = flagged.Data },
            .. InParts(repetitions, part => new EvidencePart { Event = id, Repetitions = part }),
            .. InParts(landmarks is null ? [] : LandmarkTrail.Parse(landmarks), part => new EvidencePart { Event = id, Poses = new([.. part.Select(m => m.AtMs)], [.. part.Select(m => m.PointsMm)]) }),
        ]);
    }

    private static string? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize<EvidenceQuestion>(payload.Span, ContractsJson.Wire)?.Event;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EvidenceRepetition Of(RepetitionRow row) => new(
        row.Number,
        row.Exercise,
        Words.Of(row.Side),
        row.Start,
        Math.Round((row.End - row.Start).TotalSeconds, 2),
        Math.Round(row.RangeDegrees, 1),
        row.Partial,
        Math.Round(row.Quality, 2));

    /// <summary>As many rows in each part as fit.</summary>
    private static IEnumerable<EvidencePart> InParts<T>(IEnumerable<T> rows, Func<IReadOnlyList<T>, EvidencePart> make)
    {
        var (part, bytes) = (new List<T>(), 0);
        foreach (var row in rows)
        {
            var size = JsonSerializer.SerializeToUtf8Bytes(make([row]), ContractsJson.Wire).Length;
            if (part.Count > 0 && bytes + size > MostBytes)
            {
                yield return make(part);
                (part, bytes) = ([], 0);
            }

            part.Add(row);
            bytes += size;
        }

        if (part.Count > 0)
            yield return make(part);
    }
}
