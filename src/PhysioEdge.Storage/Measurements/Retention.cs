using Microsoft.Data.Sqlite;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Measurements;

/// <summary>
/// Removes what was kept long enough, a little at a time. One round removes at most the oldest week of each kind: a clock that is
/// years ahead costs a week and not everything, and rounds come daily.
/// </summary>
internal sealed class Retention(Database database, RetentionOptions options)
{
    private const int RowsAtATime = 500;
    private const int PagesAtATime = 500;

    private static readonly TimeSpan MostInOneRound = TimeSpan.FromDays(7);

    private readonly List<(string Table, string Column, long Before)> _due = [];

    private (string Table, string Column, TimeSpan Keep)[] Kinds =>
    [
        ("stride", "initial_contact_ms", options.Details),
        ("repetition", "start_ms", options.Details),
        ("minute", "minute_ms", options.Summaries),
        ("session", "started_ms", options.Summaries),
    ];

    /// <summary>Settles what is due.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public void Begin(DateTimeOffset now)
    {
        _due.Clear();
        foreach (var (table, column, keep) in Kinds)
        {
            var oldest = database.Read(connection => connection.Scalar($"SELECT COALESCE(MIN({column}), {long.MaxValue}) FROM {table}"));
            var limit = (now - keep).ToUnixTimeMilliseconds();
            if (oldest < limit)
                _due.Add((table, column, Math.Min(limit, oldest + (long)MostInOneRound.TotalMilliseconds)));
        }
    }

    /// <summary>Removes the next few rows, and gives their room back to the disk.</summary>
    /// <returns>How many; 0 when the round is over.</returns>
    /// <exception cref="StoreException">Nothing could be removed.</exception>
    public int Step()
    {
        var removed = 0;
        while (_due.Count > 0 && removed == 0)
        {
            var (table, column, before) = _due[0];
            removed = Remove(table, column, before);
            if (removed == 0)
                _due.RemoveAt(0);
        }

        if (removed == 0 && BytesInUse() > options.MostBytes)
            removed = Remove("stride", "initial_contact_ms", long.MaxValue);
        database.Read(connection => connection.Query($"PRAGMA incremental_vacuum({PagesAtATime})", static _ => 0));
        return removed;
    }

    private int Remove(string table, string column, long before) => database.Write(connection => connection.Execute(
        $"DELETE FROM {table} WHERE row IN (SELECT row FROM {table} WHERE {column} < $before ORDER BY {column} LIMIT {RowsAtATime})",
        ("$before", before)));

    private long BytesInUse() => database.Read(static connection =>
        (Pages(connection, "page_count") - Pages(connection, "freelist_count")) * Pages(connection, "page_size"));

    private static long Pages(SqliteConnection connection, string pragma) => connection.Scalar($"PRAGMA {pragma}");
}
