using Microsoft.Data.Sqlite;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Receiving;

/// <summary>An event as it came in.</summary>
/// <param name="Event">The event.</param>
/// <param name="Payload">Its bytes, kept as they are.</param>
public sealed record ReceivedEvent(FlaggedEvent Event, byte[] Payload);

/// <summary>A message that came in on an event topic and is none.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record MalformedMessage(string Topic, byte[] Payload, string Reason);

/// <summary>The receiver's database: each revision of an event once, however often it came.</summary>
public sealed class ReceiverStore : IDisposable
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "receiver.db";

    /// <summary>So many malformed messages are kept, the newest ones: anyone may send them.</summary>
    internal const int MalformedKept = 1000;

    private readonly Database _database;
    private readonly TimeProvider _time;

    private ReceiverStore(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Opens the database in that folder; both are made if they are missing.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says why and what to do. It was left as it is.</exception>
    public static ReceiverStore Open(string dataFolder, TimeProvider time) =>
        new(Database.Open(dataFolder, FileName, ReceiverSchema.Migrations), time);

    /// <summary>Stores what came in, in one transaction. When this returns, a receipt may be given.</summary>
    /// <returns>How many of the events were new.</returns>
    /// <exception cref="StoreException">Nothing could be stored.</exception>
    public int Store(IReadOnlyCollection<ReceivedEvent> events, IReadOnlyCollection<MalformedMessage> malformed) => _database.Write(connection =>
    {
        foreach (var message in malformed)
            Insert(connection, message);
        if (malformed.Count > 0)
            connection.Execute("DELETE FROM malformed WHERE number <= (SELECT MAX(number) FROM malformed) - $kept", ("$kept", MalformedKept));
        return events.Sum(received => Insert(connection, received));
    });

    /// <summary>How many revisions of events are stored.</summary>
    public long CountEvents() => _database.Read(connection => connection.Scalar("SELECT COUNT(*) FROM event"));

    /// <summary>Whether any revision of that event is stored.</summary>
    public bool Has(string id) => _database.Read(connection => connection.Scalar("SELECT COUNT(*) FROM event WHERE id = $id", ("$id", id))) > 0;

    /// <summary>How many revisions come from a box whose clock no time service had set.</summary>
    public long CountWithUnsynchronisedClock() => _database.Read(connection => connection.Scalar(
        "SELECT COUNT(*) FROM event WHERE json_extract(CAST(payload AS TEXT), '$.data.clock.synced') = 0"));

    /// <summary>How many of the first so many revisions came before one that its box had stored earlier.</summary>
    /// <param name="first">Only those with a number up to this one.</param>
    public long CountOutOfOrder(long first) => _database.Read(connection => connection.Scalar(
        "SELECT COUNT(*) FROM (SELECT seq, LAG(seq) OVER (PARTITION BY source ORDER BY rowid) AS before FROM event WHERE seq <= $first) WHERE seq < before",
        ("$first", first)));

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private int Insert(SqliteConnection connection, ReceivedEvent received) => connection.Execute(
        """
        INSERT INTO event (source, id, rev, boot_id, seq, type, received_at_ms, payload)
        VALUES ($source, $id, $rev, $boot, $seq, $type, $now, $payload)
        ON CONFLICT DO NOTHING
        """,
        ("$source", received.Event.Source),
        ("$id", received.Event.Id),
        ("$rev", received.Event.Data.Rev),
        ("$boot", received.Event.Data.BootId),
        ("$seq", received.Event.Data.Seq),
        ("$type", received.Event.Type),
        ("$now", _time.GetUtcNow().ToUnixTimeMilliseconds()),
        ("$payload", received.Payload));

    private int Insert(SqliteConnection connection, MalformedMessage message) => connection.Execute(
        "INSERT INTO malformed (topic, reason, received_at_ms, payload) VALUES ($topic, $reason, $now, $payload)",
        ("$topic", message.Topic),
        ("$reason", message.Reason),
        ("$now", _time.GetUtcNow().ToUnixTimeMilliseconds()),
        ("$payload", message.Payload[..Math.Min(message.Payload.Length, FlaggedEvent.MaxPayloadBytes)]));
}
