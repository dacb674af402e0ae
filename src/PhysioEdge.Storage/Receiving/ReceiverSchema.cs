namespace PhysioEdge.Storage.Receiving;

/// <summary>The schema of <c>receiver.db</c>.</summary>
internal static class ReceiverSchema
{
    /// <summary>What leads from each version to the next. What is here has been in the field: add, never change.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE event (
            source TEXT NOT NULL,
            id TEXT NOT NULL,
            rev INTEGER NOT NULL,
            boot_id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            type TEXT NOT NULL,
            received_at_ms INTEGER NOT NULL,
            payload BLOB NOT NULL,
            PRIMARY KEY (source, id, rev)
        ) STRICT;
        CREATE TABLE malformed (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            topic TEXT NOT NULL,
            reason TEXT NOT NULL,
            received_at_ms INTEGER NOT NULL,
            payload BLOB NOT NULL
        ) STRICT
        """,
    ];
}
