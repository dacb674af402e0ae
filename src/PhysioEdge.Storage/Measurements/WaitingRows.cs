namespace PhysioEdge.Storage.Measurements;

/// <summary>
/// Rows on their way to the store. Taking one in never waits: when there is no room, the oldest goes and is counted, strides and
/// minutes among themselves, so that they never crowd out sessions and repetitions.
/// </summary>
internal sealed class WaitingRows(int most)
{
    private readonly Lock _gate = new();
    private readonly Queue<MeasurementRow> _few = [];
    private readonly Queue<MeasurementRow> _bulk = [];
    private long _dropped;

    public int Count
    {
        get
        {
            lock (_gate)
                return _few.Count + _bulk.Count;
        }
    }

    public long Dropped => Interlocked.Read(ref _dropped);

    public void Add(MeasurementRow row)
    {
        lock (_gate)
        {
            var queue = row.IsBulk ? _bulk : _few;
            if (queue.Count == most)
            {
                queue.Dequeue();
                Interlocked.Increment(ref _dropped);
            }

            queue.Enqueue(row);
        }
    }

    /// <summary>Takes out the next rows, in the order in which they came in, sessions and repetitions first.</summary>
    public List<MeasurementRow> Take(int limit)
    {
        var rows = new List<MeasurementRow>();
        lock (_gate)
        {
            while (rows.Count < limit && (_few.TryDequeue(out var row) || _bulk.TryDequeue(out row)))
                rows.Add(row);
        }

        return rows;
    }
}
