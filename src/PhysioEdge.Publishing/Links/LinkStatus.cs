namespace PhysioEdge.Publishing.Links;

/// <summary>How a worker's connection to the broker is.</summary>
/// <param name="ConnectedSince">Since when it is up, by the wall clock; null while it is down.</param>
/// <param name="LastError">Why it went down or was refused, in words; null if nothing ever went wrong. Stays after it is mended.</param>
/// <param name="RetryAt">When the next attempt to connect is made, by the wall clock; null while it is up or one is under way.</param>
/// <param name="Attempts">How often it was tried to connect in this run of the service.</param>
/// <param name="Connections">How often that succeeded.</param>
/// <param name="CertificateExpiresAt">When the box's certificate expires; null while none was used.</param>
public sealed record LinkStatus(
    DateTimeOffset? ConnectedSince = null,
    string? LastError = null,
    DateTimeOffset? RetryAt = null,
    long Attempts = 0,
    long Connections = 0,
    DateTimeOffset? CertificateExpiresAt = null)
{
    /// <summary>Gets how long before it expires a certificate is warned of.</summary>
    public static TimeSpan ExpiryWarning { get; } = TimeSpan.FromDays(42);
}
