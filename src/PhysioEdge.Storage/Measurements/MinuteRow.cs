using Microsoft.Data.Sqlite;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Measurements;

/// <summary>One measure of one patient in one minute. What is written for a minute that is there already is added to it.</summary>
/// <param name="Patient">The site's pseudonym for the patient.</param>
/// <param name="Measure">What was measured, for example <c>heart-rate</c>.</param>
/// <param name="Side">The side; both where there are none, as for the heart.</param>
/// <param name="Unit">The unit, for example <c>bpm</c>.</param>
/// <param name="Minute">When the minute began.</param>
/// <param name="Count">How many values there were, at least 1.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Least">The smallest of them.</param>
/// <param name="Most">The largest of them.</param>
public sealed record MinuteRow(
    string Patient, string Measure, Side Side, string Unit, DateTimeOffset Minute, int Count, double Mean, double Least, double Most) : MeasurementRow
{
    internal const string Columns = "patient, measure, side, unit, minute_ms, count, mean, least, most";

    internal override bool IsBulk => true;

    internal override void Insert(SqliteConnection connection) => connection.Execute(
        $"""
        INSERT OR REPLACE INTO minute ({Columns})
        SELECT $patient, $measure, $side, $unit, $minute, $count + COALESCE(count, 0),
            ($count * $mean + COALESCE(count * mean, 0)) / ($count + COALESCE(count, 0)),
            MIN($least, COALESCE(least, $least)), MAX($most, COALESCE(most, $most))
        FROM (SELECT 1) LEFT JOIN minute ON patient = $patient AND measure = $measure AND side = $side AND minute_ms = $minute
        """,
        ("$patient", Patient),
        ("$measure", Measure),
        ("$side", Sides.NameOf(Side)),
        ("$unit", Unit),
        ("$minute", Minute.ToUnixTimeMilliseconds()),
        ("$count", Count),
        ("$mean", Mean),
        ("$least", Least),
        ("$most", Most));

    internal static MinuteRow Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Sides.Named(row.GetString(2)),
        row.GetString(3),
        row.TimeAt(4),
        row.GetInt32(5),
        row.GetDouble(6),
        row.GetDouble(7),
        row.GetDouble(8));
}
