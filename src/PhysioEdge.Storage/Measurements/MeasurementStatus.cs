namespace PhysioEdge.Storage.Measurements;

/// <summary>How writing measurements goes, in this run of the service.</summary>
/// <param name="Written">Rows that were written.</param>
/// <param name="Waiting">Rows that wait to be written.</param>
/// <param name="Dropped">Rows that were lost because the store refused for too long.</param>
/// <param name="Refused">Rows that could never be written.</param>
/// <param name="Problem">Why the store refuses now, in words; null while it does not.</param>
public readonly record struct MeasurementStatus(long Written, int Waiting, long Dropped, long Refused, string? Problem);
