using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Audit;

/// <summary>
/// Who did what on this box: written once, never changed, and chained, each entry by its hash to the one before it, so that one that is
/// changed or taken out is noticed. May be called from any thread.
/// </summary>
/// <remarks>Whoever may write all files of the box could write the whole chain anew.</remarks>
public sealed class AuditLog : IDisposable
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "audit.db";

    private static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    private readonly Database _database;
    private readonly TimeProvider _time;

    private AuditLog(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Opens the log in that folder; both are made if they are missing.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says why and what to do. It was left as it is.</exception>
    public static AuditLog Open(string dataFolder, TimeProvider time) => new(Database.Open(dataFolder, FileName, AuditSchema.Migrations), time);

    /// <summary>Writes an entry. When this returns, it survives the loss of power.</summary>
    /// <exception cref="StoreException">It could not be written.</exception>
    public AuditRecord Append(AuditEntry entry) => _database.Write(connection =>
    {
        var last = connection.Query("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", row => (Seq: row.GetInt64(0), Hash: row.GetFieldValue<byte[]>(1)));
        var (seq, before) = last is [var newest] ? (newest.Seq + 1, newest.Hash) : (1, Beginning);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());
        var record = new AuditRecord(seq, at, entry, HashOf(before, seq, at, entry));
        connection.Execute(
            "INSERT INTO audit (seq, at_ms, actor, action, subject, outcome, hash) VALUES ($seq, $at, $actor, $action, $subject, $outcome, $hash)",
            ("$seq", seq),
            ("$at", at.ToUnixTimeMilliseconds()),
            ("$actor", entry.Actor),
            ("$action", entry.Action),
            ("$subject", entry.Subject),
            ("$outcome", entry.Outcome),
            ("$hash", record.Hash));
        return record;
    });

    /// <summary>The newest entries, the newest first.</summary>
    public IReadOnlyList<AuditRecord> ReadNewest(int limit) => Read("ORDER BY seq DESC LIMIT $limit", ("$limit", limit));

    /// <summary>Goes through the chain from the beginning.</summary>
    /// <returns>The first entry that is not as it was written, or that one is missing before; null when all are.</returns>
    public long? FindBreak()
    {
        var (expected, before) = (1L, Beginning);
        foreach (var record in Read("ORDER BY seq"))
        {
            if (record.Seq != expected || !record.Hash.AsSpan().SequenceEqual(HashOf(before, record.Seq, record.At, record.Entry)))
                return record.Seq;
            (expected, before) = (expected + 1, record.Hash);
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private List<AuditRecord> Read(string order, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var given = parameters.ToArray();
        return _database.Read(connection => connection.Query(
            $"SELECT seq, at_ms, actor, action, subject, outcome, hash FROM audit {order}",
            row => new AuditRecord(
                row.GetInt64(0), row.TimeAt(1), new AuditEntry(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)), row.GetFieldValue<byte[]>(6)),
            given));
    }

    /// <summary>Each text is preceded by its length, so that no two entries look alike.</summary>
    private static byte[] HashOf(byte[] before, long seq, DateTimeOffset at, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Add(seq);
        Add(at.ToUnixTimeMilliseconds());
        foreach (var text in (ReadOnlySpan<string>)[entry.Actor, entry.Action, entry.Subject, entry.Outcome])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Add(bytes.Length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();

        void Add(long number)
        {
            Span<byte> bytes = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
