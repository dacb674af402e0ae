using Microsoft.Data.Sqlite;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Measurements;

/// <summary>
/// What was measured on this box: sessions, repetitions, strides and minutes; never a picture, never a sensor's stream. In a file of
/// its own, so that it is never in the way of events. May be called from any thread; written by the <see cref="MeasurementRecorder"/>.
/// </summary>
public sealed class MeasurementStore : IDisposable
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "measurements.db";

    private MeasurementStore(Database database) => Database = database;

    /// <summary>Gets where the damaged database is that was found when this one was opened, and moved aside; null if none was.</summary>
    public string? SetAside => Database.SetAside;

    internal Database Database { get; }

    /// <summary>Opens the database in that folder; both are made if they are missing. A damaged one is moved aside, see <see cref="SetAside"/>.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says why and what to do. It was left as it is.</exception>
    public static MeasurementStore Open(string dataFolder, TimeProvider? time = null) => new(Database.OpenOrSetAside(dataFolder, FileName, MeasurementSchema.Migrations, time ?? TimeProvider.System));

    /// <summary>Reads the newest sessions of a patient, the newest first.</summary>
    public IReadOnlyList<SessionRow> ReadSessions(string patient, int limit) => Database.Read(connection => connection.Query(
        "SELECT id, patient, started_ms, ended_ms FROM session WHERE patient = $patient ORDER BY started_ms DESC, row DESC LIMIT $limit",
        SessionRow.Read,
        ("$patient", patient),
        ("$limit", limit)));

    /// <summary>Reads the repetitions of a session, in order.</summary>
    public IReadOnlyList<RepetitionRow> ReadRepetitions(string session) => Database.Read(connection => connection.Query(
        $"SELECT {RepetitionRow.Columns} FROM repetition WHERE session = $session ORDER BY number",
        RepetitionRow.Read,
        ("$session", session)));

    /// <summary>Reads the repetitions of an exercise that a patient has begun in [from, to), in order.</summary>
    public IReadOnlyList<RepetitionRow> ReadRepetitions(string patient, string exercise, DateTimeOffset from, DateTimeOffset to) => Database.Read(connection => connection.Query(
        $"SELECT {RepetitionRow.Columns} FROM repetition WHERE patient = $patient AND exercise = $exercise AND start_ms >= $from AND start_ms < $to ORDER BY start_ms",
        RepetitionRow.Read,
        ("$patient", patient),
        ("$exercise", exercise),
        ("$from", from.ToUnixTimeMilliseconds()),
        ("$to", to.ToUnixTimeMilliseconds())));

    /// <summary>Reads the strides of a session, in order.</summary>
    public IReadOnlyList<StrideRow> ReadStrides(string session) => Database.Read(connection => connection.Query(
        $"SELECT {StrideRow.Columns} FROM stride WHERE session = $session ORDER BY initial_contact_ms",
        StrideRow.Read,
        ("$session", session)));

    /// <summary>Reads the minutes of a measure that began in [from, to), in order. Minutes without a value have no row.</summary>
    public IReadOnlyList<MinuteRow> ReadMinutes(string patient, string measure, Side side, DateTimeOffset from, DateTimeOffset to) => Database.Read(connection => connection.Query(
        $"""
        SELECT {MinuteRow.Columns} FROM minute
        WHERE patient = $patient AND measure = $measure AND side = $side AND minute_ms >= $from AND minute_ms < $to ORDER BY minute_ms
        """,
        MinuteRow.Read,
        ("$patient", patient),
        ("$measure", measure),
        ("$side", Sides.NameOf(side)),
        ("$from", from.ToUnixTimeMilliseconds()),
        ("$to", to.ToUnixTimeMilliseconds())));

    /// <summary>Reads a measure day by day, from the first to the last day of that time zone. Days without a value have no row.</summary>
    public IReadOnlyList<DaySummary> ReadDays(string patient, string measure, Side side, DateOnly first, DateOnly last, TimeZoneInfo zone)
    {
        var days = new List<DaySummary>();
        for (var day = first; day <= last; day = day.AddDays(1))
            days.AddRange(ReadDay(patient, measure, Sides.NameOf(side), day, zone));
        return days;
    }

    /// <inheritdoc/>
    public void Dispose() => Database.Dispose();

    /// <summary>Writes rows in one transaction: all that can be, or none.</summary>
    /// <returns>How many of them can never be written, whatever is done to the disk.</returns>
    /// <exception cref="StoreException">Nothing could be written; the same may be tried again later.</exception>
    internal int Write(IReadOnlyList<MeasurementRow> rows) => Database.Write(connection => rows.Count(row => !IsInserted(connection, row)));

    /// <summary>Ends the sessions that an earlier run has left open, as it was killed, with what was measured last in them.</summary>
    /// <exception cref="StoreException">It cannot be written; the same may be tried again later.</exception>
    internal void EndWhatWasLeftOpen() => Database.Write(connection =>
    {
        var open = connection.Query(
            """
            SELECT id, patient, started_ms, MAX(started_ms,
                COALESCE((SELECT MAX(end_ms) FROM repetition WHERE session = id), 0),
                COALESCE((SELECT MAX(initial_contact_ms) FROM stride WHERE session = id), 0))
            FROM session WHERE ended_ms IS NULL
            """,
            SessionRow.Read);
        open.ForEach(session => session.Insert(connection));
        return open.Count;
    });

    private static bool IsInserted(SqliteConnection connection, MeasurementRow row)
    {
        try
        {
            row.Insert(connection);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == StoreFaults.Constraint)
        {
            return false;
        }
    }

    private List<DaySummary> ReadDay(string patient, string measure, string side, DateOnly day, TimeZoneInfo zone) => Database.Read(connection => connection.Query(
        """
        SELECT SUM(count), SUM(count * mean) / SUM(count), MIN(least), MAX(most) FROM minute
        WHERE patient = $patient AND measure = $measure AND side = $side AND minute_ms >= $from AND minute_ms < $to HAVING COUNT(*) > 0
        """,
        row => new DaySummary(day, row.GetInt64(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3)),
        ("$patient", patient),
        ("$measure", measure),
        ("$side", side),
        ("$from", Midnight(day, zone)),
        ("$to", Midnight(day.AddDays(1), zone))));

    // Where a day begins with the change to summer time there is no midnight; the hour before it has the offset to reckon with.
    private static long Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var offset = zone.GetUtcOffset(zone.IsInvalidTime(midnight) ? midnight.AddHours(-1) : midnight);
        return new DateTimeOffset(midnight, offset).ToUnixTimeMilliseconds();
    }
}
