using Microsoft.Data.Sqlite;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Measurements;

/// <summary>One repetition of a session.</summary>
public sealed record RepetitionRow : MeasurementRow
{
    internal const string Columns =
        "session, patient, number, exercise, side, start_ms, peak_ms, end_ms, range_deg, peak_deg, left_range_deg, right_range_deg, "
        + "partial, quality, outward_s, hold_s, return_s, smoothness, trunk_forward_deg, trunk_sideways_deg";

    /// <summary>Gets the session.</summary>
    public required string Session { get; init; }

    /// <summary>Gets the site's pseudonym for the patient.</summary>
    public required string Patient { get; init; }

    /// <summary>Gets which repetition of the session it is, of whatever exercise, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the exercise as care plans name it, for example <c>sit-to-stand</c>.</summary>
    public required string Exercise { get; init; }

    /// <summary>Gets the side that moved.</summary>
    public required Side Side { get; init; }

    /// <summary>Gets when it began.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets when the movement turned.</summary>
    public required DateTimeOffset Peak { get; init; }

    /// <summary>Gets when it ended.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Gets the range travelled, degrees.</summary>
    public required double RangeDegrees { get; init; }

    /// <summary>Gets the joint angle at the peak, degrees.</summary>
    public required double PeakDegrees { get; init; }

    /// <summary>Gets the range of the left side, degrees; null when it was not seen.</summary>
    public double? LeftRangeDegrees { get; init; }

    /// <summary>Gets the range of the right side, degrees; null when it was not seen.</summary>
    public double? RightRangeDegrees { get; init; }

    /// <summary>Gets a value indicating whether it was not completed.</summary>
    public bool Partial { get; init; }

    /// <summary>Gets how far the angles behind it can be trusted, 0–1.</summary>
    public required double Quality { get; init; }

    /// <summary>Gets the time from the start to the hold, s; null when the form was not measured.</summary>
    public double? OutwardSeconds { get; init; }

    /// <summary>Gets how long the far point was held, s; null when the form was not measured.</summary>
    public double? HoldSeconds { get; init; }

    /// <summary>Gets the time from the hold to the end, s; null when the form was not measured.</summary>
    public double? ReturnSeconds { get; init; }

    /// <summary>Gets the spectral arc length, below 0, nearer to 0 is smoother; null when it was not measured.</summary>
    public double? Smoothness { get; init; }

    /// <summary>Gets the furthest the trunk leant forward, degrees; null when it was not seen.</summary>
    public double? TrunkForwardDegrees { get; init; }

    /// <summary>Gets the furthest the trunk leant sideways, degrees, positive to the patient's right; null when it was not seen.</summary>
    public double? TrunkSidewaysDegrees { get; init; }

    internal override void Insert(SqliteConnection connection) => connection.Execute(
        $"""
        INSERT OR REPLACE INTO repetition ({Columns})
        VALUES ($session, $patient, $number, $exercise, $side, $start, $peak, $end, $range, $peakAngle, $left, $right,
            $partial, $quality, $outward, $hold, $return, $smoothness, $forward, $sideways)
        """,
        ("$session", Session),
        ("$patient", Patient),
        ("$number", Number),
        ("$exercise", Exercise),
        ("$side", Sides.NameOf(Side)),
        ("$start", Start.ToUnixTimeMilliseconds()),
        ("$peak", Peak.ToUnixTimeMilliseconds()),
        ("$end", End.ToUnixTimeMilliseconds()),
        ("$range", RangeDegrees),
        ("$peakAngle", PeakDegrees),
        ("$left", LeftRangeDegrees),
        ("$right", RightRangeDegrees),
        ("$partial", Partial),
        ("$quality", Quality),
        ("$outward", OutwardSeconds),
        ("$hold", HoldSeconds),
        ("$return", ReturnSeconds),
        ("$smoothness", Smoothness),
        ("$forward", TrunkForwardDegrees),
        ("$sideways", TrunkSidewaysDegrees));

    internal static RepetitionRow Read(SqliteDataReader row) => new()
    {
        Session = row.GetString(0),
        Patient = row.GetString(1),
        Number = row.GetInt32(2),
        Exercise = row.GetString(3),
        Side = Sides.Named(row.GetString(4)),
        Start = row.TimeAt(5),
        Peak = row.TimeAt(6),
        End = row.TimeAt(7),
        RangeDegrees = row.GetDouble(8),
        PeakDegrees = row.GetDouble(9),
        LeftRangeDegrees = row.NumberAt(10),
        RightRangeDegrees = row.NumberAt(11),
        Partial = row.GetBoolean(12),
        Quality = row.GetDouble(13),
        OutwardSeconds = row.NumberAt(14),
        HoldSeconds = row.NumberAt(15),
        ReturnSeconds = row.NumberAt(16),
        Smoothness = row.NumberAt(17),
        TrunkForwardDegrees = row.NumberAt(18),
        TrunkSidewaysDegrees = row.NumberAt(19),
    };
}
