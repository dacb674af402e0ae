namespace PhysioEdge.Storage.Influx;

internal enum WriteOutcome
{
    /// <summary>The server has all of it.</summary>
    Stored,

    /// <summary>The server will never take all of it.</summary>
    Refused,

    /// <summary>It has to be tried again later.</summary>
    Later,
}

/// <summary>What became of a request to write.</summary>
/// <param name="Outcome">Stored or not.</param>
/// <param name="Reason">Why not, in words; null when it is stored.</param>
/// <param name="RetryAfter">When to try again, if the server says so.</param>
internal sealed record WriteAnswer(WriteOutcome Outcome, string? Reason = null, TimeSpan? RetryAfter = null)
{
    public static readonly WriteAnswer Stored = new(WriteOutcome.Stored);
}
