namespace PhysioEdge.Storage.Influx;

/// <summary>One point of a series, as InfluxDB knows it.</summary>
/// <param name="Measurement">The measurement, for example <c>repetition</c>.</param>
/// <param name="Tags">What tells the series apart, sorted by key.</param>
/// <param name="Fields">The values; null and what is no number is left out.</param>
/// <param name="TimeMs">When, milliseconds since 1970. A point of the same series and time is replaced.</param>
internal sealed record Point(
    string Measurement, IReadOnlyList<(string Key, string Value)> Tags, IReadOnlyList<(string Key, double? Value)> Fields, long TimeMs);
