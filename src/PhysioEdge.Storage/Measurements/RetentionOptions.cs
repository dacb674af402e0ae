namespace PhysioEdge.Storage.Measurements;

/// <summary>How long measurements are kept on the box.</summary>
public sealed record RetentionOptions
{
    /// <summary>
    /// Gets how long repetitions and strides are kept, 1 day or more. The default of 400 days is a year, so that a month can be held
    /// against the same one a year before, and a month to do so.
    /// </summary>
    public TimeSpan Details { get; init; } = TimeSpan.FromDays(400);

    /// <summary>
    /// Gets how long sessions and minutes are kept, not shorter than details. The default is five years: the course of a joint
    /// replacement is followed that long, and it is little data.
    /// </summary>
    public TimeSpan Summaries { get; init; } = TimeSpan.FromDays(5 * 365);

    /// <summary>Gets how large the database may become, bytes; then the oldest strides go before their time. At least 16 MB.</summary>
    public long MostBytes { get; init; } = 2_000_000_000;
}
