using Microsoft.Data.Sqlite;

namespace PhysioEdge.Storage.Measurements;

/// <summary>One thing that was measured, to be kept. Writing the same again replaces it.</summary>
public abstract record MeasurementRow
{
    /// <summary>Gets a value indicating whether there are many of its kind, of which the oldest may go when the store refuses for long.</summary>
    internal virtual bool IsBulk => false;

    internal abstract void Insert(SqliteConnection connection);
}
