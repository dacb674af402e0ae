using Microsoft.Data.Sqlite;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Contracts.Reviews;
using PhysioEdge.Storage.Room;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Outbox;

/// <summary>
/// The box's own database. An event and its outbox row are written in one transaction; the row goes on the receipt.
/// May be called from any thread. What is refused is refused with a <see cref="StoreException"/>, and may be tried again.
/// </summary>
public sealed class EdgeStore : IDisposable
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "physioedge.db";

    /// <summary>Of how many revisions the landmarks are kept.</summary>
    public const int MostEvidence = 1000;

    private const string Confirmed = "confirmed";
    private const string Dismissed = "dismissed";

    private readonly TimeProvider _time;

    private readonly Ballast? _ballast;

    private EdgeStore(Database database, TimeProvider time, Ballast? ballast)
    {
        Database = database;
        _ballast = ballast;
        _time = time;
        BootId = Ulid.NewUlid(time.GetUtcNow()).ToString();
    }

    /// <summary>Raised after each event that was stored, on the thread that stored it.</summary>
    public event Action? Appended;

    /// <summary>Gets the identifier of this run of the service, a ULID.</summary>
    public string BootId { get; }

    /// <summary>Gets where the damaged database is that was found when this one was opened, and moved aside; null if none was.</summary>
    public string? SetAside => Database.SetAside;

    internal Database Database { get; }

    /// <summary>Opens the database in that folder; both are made if they are missing. A damaged one is moved aside, see <see cref="SetAside"/>.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ballast">What is given up when the disk is full; null for nothing.</param>
    /// <exception cref="StoreException">It cannot be used; the message says why and what to do. It was left as it is.</exception>
    public static EdgeStore Open(string dataFolder, TimeProvider time, Ballast? ballast = null)
    {
        var database = Database.OpenOrSetAside(dataFolder, FileName, EdgeSchema.Migrations, time);
        database.Read(connection => connection.Execute(EdgeSchema.SentInThisRun));
        return new EdgeStore(database, time, ballast);
    }

    /// <summary>Stores one revision of an event, and that it has to be sent. When this returns, it is not lost any more.</summary>
    /// <param name="flagged">The revision.</param>
    /// <param name="landmarks">How the body moved before it, for whoever asks for it; null if that is not known. Only the newest <see cref="MostEvidence"/> are kept.</param>
    /// <returns>The revision as stored: numbered, with this run's identifier, and thinned if it was too long to send.</returns>
    /// <exception cref="ArgumentException">This revision of this event is stored already, or it can never be sent.</exception>
    /// <exception cref="StoreException">It could not be stored; nothing of it was.</exception>
    public FlaggedEvent Append(FlaggedEvent flagged, ReadOnlyMemory<byte>? landmarks = null)
    {
        if (EventKinds.Of(flagged.Type) is null)
            throw new ArgumentException($"'{flagged.Type}' is not the type of a flagged event, pe.{{kind}}.v1.", nameof(flagged));
        var stored = Write(connection =>
        {
            var seq = Insert(connection, flagged);
            var (fitted, payload) = EventPayload.Fit(flagged with { Data = flagged.Data with { Seq = seq, BootId = BootId } });
            connection.Execute("UPDATE event SET payload = $payload WHERE seq = $seq", ("$payload", payload), ("$seq", seq));
            connection.Execute("INSERT INTO outbox (seq) VALUES ($seq)", ("$seq", seq));
            if (landmarks is { } seen)
                KeepEvidence(connection, seq, seen);
            return fitted;
        });
        Appended?.Invoke();
        return stored;
    }

    /// <summary>Reads the newest revision of an event, with how the body moved before it.</summary>
    /// <returns>Null if there is no such event; the landmarks are null if they are not known or not kept any more.</returns>
    public (FlaggedEvent Event, byte[]? Landmarks)? ReadEvidence(string eventId) => Database.Read(connection => connection.Query(
        """
        SELECT event.type, event.payload, (SELECT landmarks FROM evidence JOIN event AS seen USING (seq) WHERE seen.id = $id ORDER BY seq DESC LIMIT 1)
        FROM event WHERE id = $id ORDER BY rev DESC LIMIT 1
        """,
        row => (Payload: row.GetFieldValue<byte[]>(1), Landmarks: row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)),
        ("$id", eventId))) is [var (payload, landmarks)] ? (EventPayload.Read(payload), landmarks) : null;

    /// <summary>The number of the event that was stored last; 0 if none ever was.</summary>
    public long ReadLastSeq() => Database.Read(connection => connection.Scalar("SELECT COALESCE(MAX(seq), 0) FROM event"));

    /// <summary>Reads the next rows that have to be sent, in order.</summary>
    /// <param name="afterSeq">Only rows after this one; 0 for all.</param>
    /// <param name="throughSeq">Only rows up to this one.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="connection">The connection that is up; what was sent over an earlier one has to be sent again.</param>
    /// <param name="resendAfter">What was sent this long ago has to be sent again.</param>
    public IReadOnlyList<OutboxRow> ReadPending(long afterSeq, long throughSeq, int limit, long connection, TimeSpan resendAfter) => Database.Read(database => database.Query(
        """
        SELECT outbox.seq, event.type, event.payload, sent.seq IS NOT NULL
        FROM outbox JOIN event USING (seq) LEFT JOIN temp.sent USING (seq)
        WHERE outbox.seq > $after AND outbox.seq <= $through AND (sent.seq IS NULL OR sent.connection <> $connection OR sent.sent_at <= $before)
        ORDER BY outbox.seq LIMIT $limit
        """,
        row => new OutboxRow(row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetBoolean(3)),
        ("$after", afterSeq),
        ("$through", throughSeq),
        ("$connection", connection),
        ("$before", _time.GetTimestamp() - Ticks(resendAfter)),
        ("$limit", limit)));

    /// <summary>Notes that this row was sent now over that connection. One that has its receipt already stays gone.</summary>
    public void MarkSent(long seq, long connection) => Database.Read(database => database.Execute(
        "INSERT OR REPLACE INTO temp.sent (seq, connection, sent_at) SELECT seq, $connection, $now FROM outbox WHERE seq = $seq",
        ("$seq", seq),
        ("$connection", connection),
        ("$now", _time.GetTimestamp())));

    /// <summary>How many of the rows in (afterSeq, throughSeq] were sent in this run and wait for their receipt.</summary>
    public long CountSent(long afterSeq, long throughSeq) => Database.Read(connection => connection.Scalar(
        "SELECT COUNT(*) FROM temp.sent WHERE seq > $after AND seq <= $through", ("$after", afterSeq), ("$through", throughSeq)));

    /// <summary>How long until one of the rows in (afterSeq, throughSeq] that was sent has to be sent again; null if none of them waits for its receipt.</summary>
    public TimeSpan? NextResend(long afterSeq, long throughSeq, TimeSpan resendAfter)
    {
        var oldest = Database.Read(connection => connection.Scalar(
            "SELECT COALESCE(MIN(sent_at), -1) FROM temp.sent WHERE seq > $after AND seq <= $through", ("$after", afterSeq), ("$through", throughSeq)));
        return oldest < 0 ? null : TimeSpan.FromTicks(Math.Max(0, (resendAfter - _time.GetElapsedTime(oldest)).Ticks));
    }

    /// <summary>Takes a receipt: the rows it names need not be sent any more. May come twice, late or for unknown revisions.</summary>
    public ReceiptOutcome Acknowledge(Receipt receipt) => Write(connection =>
    {
        var outcome = default(ReceiptOutcome);
        foreach (var revision in receipt.Stored)
        {
            var seq = connection.Scalar("SELECT COALESCE(MAX(seq), 0) FROM event WHERE id = $id AND rev = $rev", ("$id", revision.Id), ("$rev", revision.Rev));
            var cleared = connection.Execute("DELETE FROM outbox WHERE seq = $seq", ("$seq", seq)) > 0;
            connection.Execute("DELETE FROM temp.sent WHERE seq = $seq", ("$seq", seq));
            outcome = (seq, cleared) switch
            {
                (0, _) => outcome with { Unknown = outcome.Unknown + 1 },
                (_, true) => outcome with { Cleared = outcome.Cleared + 1 },
                _ => outcome with { Repeated = outcome.Repeated + 1 },
            };
        }

        return outcome;
    });

    /// <summary>Keeps a therapist's verdict. May come twice, late, out of order or for unknown events.</summary>
    public ReviewOutcome Keep(Review review) => Write(connection =>
    {
        if (connection.Scalar("SELECT COUNT(*) FROM event WHERE id = $id", ("$id", review.Event)) == 0)
            return ReviewOutcome.Unknown;
        var inserted = connection.Execute(
            "INSERT OR IGNORE INTO review (id, event, rev, verdict, time_ms) VALUES ($id, $event, $rev, $verdict, $time)",
            ("$id", review.Id),
            ("$event", review.Event),
            ("$rev", review.Rev),
            ("$verdict", review.Verdict == Verdict.Confirmed ? Confirmed : Dismissed),
            ("$time", review.Time.ToUnixTimeMilliseconds()));
        return inserted > 0 ? ReviewOutcome.Kept : ReviewOutcome.Repeated;
    });

    /// <summary>What a therapist has said last to an event, by the dashboard's clock; null if nothing.</summary>
    public Review? ReadReview(string eventId) => Database.Read(connection => connection.Query(
        "SELECT id, event, rev, verdict, time_ms FROM review WHERE event = $event ORDER BY time_ms DESC, id DESC LIMIT 1",
        row => new Review(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3) == Confirmed ? Verdict.Confirmed : Verdict.Dismissed, row.TimeAt(4)),
        ("$event", eventId))).SingleOrDefault();

    /// <summary>How much waits for a receipt.</summary>
    public OutboxStatus ReadStatus() => Database.Read(connection => connection.Query(
        "SELECT (SELECT COUNT(*) FROM outbox), (SELECT stored_at_ms FROM event WHERE seq = (SELECT MIN(seq) FROM outbox))",
        row => new OutboxStatus(row.GetInt64(0), row.IsDBNull(1) ? null : AgeOf(row.GetInt64(1))))[0]);

    /// <inheritdoc/>
    public void Dispose() => Database.Dispose();

    /// <summary>Removes events that have had their receipt and were stored longer ago, with what was kept of them; some at a time.</summary>
    /// <returns>How many revisions.</returns>
    /// <exception cref="StoreException">Nothing could be removed.</exception>
    public int Forget(TimeSpan keep)
    {
        var old = Database.Read(connection => connection.Query(
            "SELECT seq FROM event WHERE stored_at_ms < $before AND seq NOT IN (SELECT seq FROM outbox) ORDER BY seq LIMIT 500",
            row => row.GetInt64(0),
            ("$before", (_time.GetUtcNow() - keep).ToUnixTimeMilliseconds())));
        if (old.Count == 0)
            return 0;
        return Write(connection =>
        {
            foreach (var seq in old)
            {
                connection.Execute("DELETE FROM review WHERE event = (SELECT id FROM event WHERE seq = $seq)", ("$seq", seq));
                connection.Execute("DELETE FROM evidence WHERE seq = $seq", ("$seq", seq));
                connection.Execute("DELETE FROM event WHERE seq = $seq", ("$seq", seq));
            }

            return old.Count;
        });
    }

    private static void KeepEvidence(SqliteConnection connection, long seq, ReadOnlyMemory<byte> landmarks)
    {
        connection.Execute("INSERT INTO evidence (seq, landmarks) VALUES ($seq, $landmarks)", ("$seq", seq), ("$landmarks", landmarks.ToArray()));
        connection.Execute(
            "DELETE FROM evidence WHERE seq <= (SELECT seq FROM evidence ORDER BY seq DESC LIMIT 1 OFFSET $most)",
            ("$most", MostEvidence));
    }

    /// <summary>On a full disk the ballast makes room once.</summary>
    private T Write<T>(Func<SqliteConnection, T> change)
    {
        try
        {
            return Database.Write(change);
        }
        catch (StoreException exception) when (exception.IsFull && _ballast?.TryGiveUp() == true)
        {
            return Database.Write(change);
        }
    }

    private long Insert(SqliteConnection connection, FlaggedEvent flagged)
    {
        try
        {
            return connection.Scalar(
                "INSERT INTO event (id, rev, type, stored_at_ms, payload) VALUES ($id, $rev, $type, $now, x'') RETURNING seq",
                ("$id", flagged.Id),
                ("$rev", flagged.Data.Rev),
                ("$type", flagged.Type),
                ("$now", _time.GetUtcNow().ToUnixTimeMilliseconds()));
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == StoreFaults.Constraint)
        {
            throw new ArgumentException($"Revision {flagged.Data.Rev} of event {flagged.Id} is stored already.", nameof(flagged), exception);
        }
    }

    // The wall clock may have been set back since.
    private TimeSpan AgeOf(long storedAtMs) =>
        TimeSpan.FromMilliseconds(Math.Max(0, _time.GetUtcNow().ToUnixTimeMilliseconds() - storedAtMs));

    private long Ticks(TimeSpan duration) => (long)(duration.TotalSeconds * _time.TimestampFrequency);
}
