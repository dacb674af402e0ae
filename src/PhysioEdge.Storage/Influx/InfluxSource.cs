using Microsoft.Data.Sqlite;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Influx;

/// <summary>One kind of row, and what it is as a point. The session's identifier is no tag: a series for each visit would be too many.</summary>
internal sealed class InfluxSource(string table, string columns, string condition, Func<SqliteDataReader, InfluxOptions, Point> read)
{
    public static IReadOnlyList<InfluxSource> All { get; } =
    [
        new("session", "id, patient, started_ms, ended_ms, (SELECT COUNT(*) FROM repetition WHERE session = session.id)", "ended_ms IS NOT NULL", Session),
        new("repetition", RepetitionRow.Columns, "TRUE", Repetition),
        new("stride", StrideRow.Columns, "TRUE", Stride),
        new("minute", MinuteRow.Columns, "TRUE", Minute),
    ];

    public string Table => table;

    /// <summary>Reads the next rows after that one, and not after the last.</summary>
    public List<(long Row, Point Point)> Read(SqliteConnection connection, InfluxOptions options, long after, long last) => connection.Query(
        $"SELECT {columns}, row FROM {table} WHERE row > $after AND row <= $last AND {condition} ORDER BY row LIMIT $limit",
        row => (row.GetInt64(row.FieldCount - 1), read(row, options)),
        ("$after", after),
        ("$last", last),
        ("$limit", options.BatchRows));

    private static Point Session(SqliteDataReader reader, InfluxOptions options)
    {
        var row = SessionRow.Read(reader);
        return new Point(
            "session",
            [("edge", options.Edge), ("patient", row.Patient), ("site", options.Site)],
            [("duration_s", (row.Ended - row.Started)?.TotalSeconds), ("repetitions", reader.GetDouble(4))],
            row.Started.ToUnixTimeMilliseconds());
    }

    private static Point Repetition(SqliteDataReader reader, InfluxOptions options)
    {
        var row = RepetitionRow.Read(reader);
        return new Point(
            "repetition",
            [("edge", options.Edge), ("exercise", row.Exercise), ("patient", row.Patient), ("side", Sides.NameOf(row.Side)), ("site", options.Site)],
            [
                ("number", row.Number),
                ("range_deg", row.RangeDegrees),
                ("peak_deg", row.PeakDegrees),
                ("left_range_deg", row.LeftRangeDegrees),
                ("right_range_deg", row.RightRangeDegrees),
                ("duration_s", (row.End - row.Start).TotalSeconds),
                ("partial", row.Partial ? 1 : 0),
                ("quality", row.Quality),
                ("outward_s", row.OutwardSeconds),
                ("hold_s", row.HoldSeconds),
                ("return_s", row.ReturnSeconds),
                ("smoothness", row.Smoothness),
                ("trunk_forward_deg", row.TrunkForwardDegrees),
                ("trunk_sideways_deg", row.TrunkSidewaysDegrees),
            ],
            row.Start.ToUnixTimeMilliseconds());
    }

    private static Point Stride(SqliteDataReader reader, InfluxOptions options)
    {
        var row = StrideRow.Read(reader);
        return new Point(
            "stride",
            [("edge", options.Edge), ("patient", row.Patient), ("side", Sides.NameOf(row.Side)), ("site", options.Site)],
            [
                ("stance_s", row.StanceSeconds),
                ("swing_s", row.SwingSeconds),
                ("stride_s", row.StrideSeconds),
                ("peak_n", row.PeakNewtons),
                ("impulse_ns", row.ImpulseNewtonSeconds),
                ("length_m", row.LengthMetres),
            ],
            row.InitialContact.ToUnixTimeMilliseconds());
    }

    private static Point Minute(SqliteDataReader reader, InfluxOptions options)
    {
        var row = MinuteRow.Read(reader);
        return new Point(
            "minute",
            [("edge", options.Edge), ("measure", row.Measure), ("patient", row.Patient), ("side", Sides.NameOf(row.Side)), ("site", options.Site), ("unit", row.Unit)],
            [("count", row.Count), ("mean", row.Mean), ("min", row.Least), ("max", row.Most)],
            row.Minute.ToUnixTimeMilliseconds());
    }
}
