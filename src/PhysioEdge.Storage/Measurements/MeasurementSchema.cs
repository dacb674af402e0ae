namespace PhysioEdge.Storage.Measurements;

/// <summary>The schema of <c>measurements.db</c>. Times are UTC, milliseconds since 1970; units are in the names.</summary>
internal static class MeasurementSchema
{
    /// <summary>What leads from each version to the next. What is here has been in the field: add, never change.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    [
        // AUTOINCREMENT, and a change replaces its row: whatever is new has a number above all that were given before,
        // so that one number is enough to know what was copied to elsewhere.
        """
        CREATE TABLE session (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            patient TEXT NOT NULL,
            started_ms INTEGER NOT NULL,
            ended_ms INTEGER
        ) STRICT;
        CREATE INDEX session_by_patient ON session (patient, started_ms);
        CREATE INDEX session_by_time ON session (started_ms);

        CREATE TABLE repetition (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            session TEXT NOT NULL,
            patient TEXT NOT NULL,
            number INTEGER NOT NULL,
            exercise TEXT NOT NULL,
            side TEXT NOT NULL,
            start_ms INTEGER NOT NULL,
            peak_ms INTEGER NOT NULL,
            end_ms INTEGER NOT NULL,
            range_deg REAL NOT NULL,
            peak_deg REAL NOT NULL,
            left_range_deg REAL,
            right_range_deg REAL,
            partial INTEGER NOT NULL,
            quality REAL NOT NULL,
            outward_s REAL,
            hold_s REAL,
            return_s REAL,
            smoothness REAL,
            trunk_forward_deg REAL,
            trunk_sideways_deg REAL,
            UNIQUE (session, number)
        ) STRICT;
        CREATE INDEX repetition_by_patient ON repetition (patient, exercise, start_ms);
        CREATE INDEX repetition_by_time ON repetition (start_ms);

        CREATE TABLE stride (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            session TEXT,
            patient TEXT NOT NULL,
            side TEXT NOT NULL,
            initial_contact_ms INTEGER NOT NULL,
            stance_s REAL,
            swing_s REAL,
            stride_s REAL,
            peak_n REAL,
            impulse_ns REAL,
            length_m REAL,
            UNIQUE (patient, side, initial_contact_ms)
        ) STRICT;
        CREATE INDEX stride_by_session ON stride (session, initial_contact_ms);
        CREATE INDEX stride_by_time ON stride (initial_contact_ms);

        CREATE TABLE minute (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            patient TEXT NOT NULL,
            measure TEXT NOT NULL,
            side TEXT NOT NULL,
            unit TEXT NOT NULL,
            minute_ms INTEGER NOT NULL,
            count INTEGER NOT NULL,
            mean REAL NOT NULL,
            least REAL NOT NULL,
            most REAL NOT NULL,
            UNIQUE (patient, measure, side, minute_ms)
        ) STRICT;
        CREATE INDEX minute_by_time ON minute (minute_ms);

        CREATE TABLE influx_cursor (
            target TEXT NOT NULL,
            source TEXT NOT NULL,
            settled INTEGER NOT NULL,
            PRIMARY KEY (target, source)
        ) STRICT;
        CREATE TABLE influx_refused (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            target TEXT NOT NULL,
            line TEXT NOT NULL,
            reason TEXT NOT NULL,
            UNIQUE (target, line)
        ) STRICT
        """,
    ];
}
