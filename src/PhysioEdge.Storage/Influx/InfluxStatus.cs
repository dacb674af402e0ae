namespace PhysioEdge.Storage.Influx;

/// <summary>How copying measurements to an InfluxDB goes, in this run of the service.</summary>
/// <param name="Stored">Rows that the server has acknowledged; after trouble some are sent anew, and count again.</param>
/// <param name="Settled">Rows that it has acknowledged again later, which will not be sent any more.</param>
/// <param name="Refused">Rows that it does not take; they were set aside.</param>
/// <param name="LastStored">When it last acknowledged; null if it never did.</param>
/// <param name="Problem">Why nothing can be sent now, in words; null while it can.</param>
public sealed record InfluxStatus(long Stored = 0, long Settled = 0, long Refused = 0, DateTimeOffset? LastStored = null, string? Problem = null);
