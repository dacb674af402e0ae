namespace PhysioEdge.Storage.Influx;

/// <summary>Where measurements are copied to: the clinic's own server that takes InfluxDB's line protocol at <c>/write</c>.</summary>
public sealed record InfluxOptions
{
    /// <summary>Gets the server, for example <c>https://influx.clinic.example:8086</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>Gets the database; it has to be there.</summary>
    public required string Database { get; init; }

    /// <summary>Gets the clinic or home, a tag of every point.</summary>
    public required string Site { get; init; }

    /// <summary>Gets the box, a tag of every point.</summary>
    public required string Edge { get; init; }

    /// <summary>Gets the user's name; null for nobody.</summary>
    public string? UserName { get; init; }

    /// <summary>Gets the file that holds nothing but the user's password; null without one.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Gets the file that holds nothing but a token, sent in place of user and password; null without one.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Gets how often what is new is sent, 1 s or more.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how many rows are sent in one request, 1–5000.</summary>
    public int BatchRows { get; init; } = 500;

    /// <summary>Gets how long an answer is waited for.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets how long after it was acknowledged a row is sent once more. Servers acknowledge before they have it on disk:
    /// VictoriaMetrics has it in memory for some seconds (InfluxDB 1.x waits for its disk). The same row again changes nothing.
    /// </summary>
    public TimeSpan SettleAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets what tells one server and database from another.</summary>
    internal string Target => $"{Url.GetLeftPart(UriPartial.Path).TrimEnd('/')}|{Database}";
}
