using Microsoft.Data.Sqlite;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Measurements;

/// <summary>One visit or home workout.</summary>
/// <param name="Id">Its identifier, for example <c>s-01J9…</c>.</param>
/// <param name="Patient">The site's pseudonym for the patient.</param>
/// <param name="Started">When its first repetition began, or the first step was made.</param>
/// <param name="Ended">When the last one ended; null while it is under way.</param>
public sealed record SessionRow(string Id, string Patient, DateTimeOffset Started, DateTimeOffset? Ended) : MeasurementRow
{
    internal override void Insert(SqliteConnection connection) => connection.Execute(
        "INSERT OR REPLACE INTO session (id, patient, started_ms, ended_ms) VALUES ($id, $patient, $started, $ended)",
        ("$id", Id),
        ("$patient", Patient),
        ("$started", Started.ToUnixTimeMilliseconds()),
        ("$ended", Ended?.ToUnixTimeMilliseconds()));

    internal static SessionRow Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.TimeAt(2), row.IsDBNull(3) ? null : row.TimeAt(3));
}
