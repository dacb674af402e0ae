namespace PhysioEdge.Storage.Outbox;

/// <summary>The schema of <c>physioedge.db</c>.</summary>
internal static class EdgeSchema
{
    /// <summary>What leads from each version to the next. What is here has been in the field: add, never change.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    [
        // AUTOINCREMENT: a seq is never given twice, also not after its row was deleted.
        """
        CREATE TABLE event (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL,
            rev INTEGER NOT NULL,
            type TEXT NOT NULL,
            stored_at_ms INTEGER NOT NULL,
            payload BLOB NOT NULL,
            UNIQUE (id, rev)
        ) STRICT;
        CREATE TABLE outbox (
            seq INTEGER PRIMARY KEY REFERENCES event (seq)
        ) STRICT
        """,

        """
        CREATE TABLE review (
            id TEXT PRIMARY KEY,
            event TEXT NOT NULL,
            rev INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            time_ms INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX review_by_event ON review (event, time_ms);
        CREATE TABLE evidence (
            seq INTEGER PRIMARY KEY REFERENCES event (seq),
            landmarks BLOB NOT NULL
        ) STRICT
        """,
    ];

    /// <summary>
    /// What was sent over which connection, and when by the monotonic clock. Both mean nothing to another run of the
    /// service, so this lives in memory: sending needs no disk, and after a restart every row is due.
    /// </summary>
    public const string SentInThisRun =
        """
        CREATE TEMP TABLE sent (
            seq INTEGER PRIMARY KEY,
            connection INTEGER NOT NULL,
            sent_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX temp.sent_by_time ON sent (sent_at)
        """;
}
