using Microsoft.Data.Sqlite;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Measurements;

/// <summary>One stride of one foot.</summary>
/// <param name="Session">The session it was made in; null outside of one.</param>
/// <param name="Patient">The site's pseudonym for the patient.</param>
/// <param name="Side">The foot, left or right.</param>
/// <param name="InitialContact">When the foot met the floor.</param>
public sealed record StrideRow(string? Session, string Patient, Side Side, DateTimeOffset InitialContact) : MeasurementRow
{
    internal const string Columns = "session, patient, side, initial_contact_ms, stance_s, swing_s, stride_s, peak_n, impulse_ns, length_m";

    /// <summary>Gets how long the foot was on the floor, s; null when it is not known.</summary>
    public double? StanceSeconds { get; init; }

    /// <summary>Gets how long it was in the air after that, s; null when it is not known, as at a stop.</summary>
    public double? SwingSeconds { get; init; }

    /// <summary>Gets the time to its next initial contact, s; null when it is not known, as at a stop.</summary>
    public double? StrideSeconds { get; init; }

    /// <summary>Gets the largest force, N; null when it is not measured.</summary>
    public double? PeakNewtons { get; init; }

    /// <summary>Gets the force integrated over the stance, N·s; null when it is not measured.</summary>
    public double? ImpulseNewtonSeconds { get; init; }

    /// <summary>Gets the stride length, m; null when it is not measured.</summary>
    public double? LengthMetres { get; init; }

    internal override bool IsBulk => true;

    internal override void Insert(SqliteConnection connection) => connection.Execute(
        $"""
        INSERT OR REPLACE INTO stride ({Columns})
        VALUES ($session, $patient, $side, $contact, $stance, $swing, $stride, $peak, $impulse, $length)
        """,
        ("$session", Session),
        ("$patient", Patient),
        ("$side", Sides.NameOf(Side)),
        ("$contact", InitialContact.ToUnixTimeMilliseconds()),
        ("$stance", StanceSeconds),
        ("$swing", SwingSeconds),
        ("$stride", StrideSeconds),
        ("$peak", PeakNewtons),
        ("$impulse", ImpulseNewtonSeconds),
        ("$length", LengthMetres));

    internal static StrideRow Read(SqliteDataReader row) =>
        new(row.IsDBNull(0) ? null : row.GetString(0), row.GetString(1), Sides.Named(row.GetString(2)), row.TimeAt(3))
        {
            StanceSeconds = row.NumberAt(4),
            SwingSeconds = row.NumberAt(5),
            StrideSeconds = row.NumberAt(6),
            PeakNewtons = row.NumberAt(7),
            ImpulseNewtonSeconds = row.NumberAt(8),
            LengthMetres = row.NumberAt(9),
        };
}
