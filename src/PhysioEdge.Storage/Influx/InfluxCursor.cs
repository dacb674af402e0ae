using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Influx;

/// <summary>
/// How far one kind of row is copied. What was acknowledged is sent once more after a while, and only then settled, which is kept on
/// disk; whenever the server may have been started anew meanwhile, all that is not settled is sent again.
/// </summary>
internal sealed class InfluxCursor(MeasurementStore store, InfluxSource source, InfluxOptions options, TimeProvider time)
{
    /// <summary>So many requests may be unsettled: after trouble all of them are made again, and that has to come to an end on a bad line too.</summary>
    private const int MostUnsettled = 20;

    private readonly Queue<(long Row, long At)> _acknowledged = [];
    private long _settled;
    private long _sent;

    /// <summary>Takes up where the last run has left off.</summary>
    public void Load()
    {
        _settled = store.Database.Read(connection => connection.Scalar(
            "SELECT COALESCE(MAX(settled), 0) FROM influx_cursor WHERE target = $target AND source = $source",
            ("$target", options.Target),
            ("$source", source.Table)));
        Rewind();
    }

    /// <summary>Back to what is settled.</summary>
    public void Rewind()
    {
        _sent = _settled;
        _acknowledged.Clear();
    }

    /// <summary>The next rows that were not sent yet; none while much has to settle.</summary>
    public List<(long Row, Point Point)> ReadNew() => _acknowledged.Count < MostUnsettled ? Read(_sent, long.MaxValue) : [];

    public void Acknowledge(long row)
    {
        _sent = row;
        _acknowledged.Enqueue((row, time.GetTimestamp()));
    }

    /// <summary>The next rows that were acknowledged long enough ago to be sent once more.</summary>
    public List<(long Row, Point Point)> ReadUnsettled()
    {
        var last = _settled;
        foreach (var (row, at) in _acknowledged)
        {
            if (time.GetElapsedTime(at) >= options.SettleAfter)
                last = row;
        }

        return last > _settled ? Read(_settled, last) : [];
    }

    public void Settle(long row)
    {
        store.Database.Write(connection => connection.Execute(
            "INSERT OR REPLACE INTO influx_cursor (target, source, settled) VALUES ($target, $source, $row)",
            ("$target", options.Target),
            ("$source", source.Table),
            ("$row", row)));
        _settled = row;
        while (_acknowledged.TryPeek(out var oldest) && oldest.Row <= row)
            _acknowledged.Dequeue();
    }

    private List<(long Row, Point Point)> Read(long after, long last) =>
        store.Database.Read(connection => source.Read(connection, options, after, last));
}
