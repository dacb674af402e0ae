namespace PhysioEdge.Publishing.Links;

/// <summary>A message that came in.</summary>
/// <param name="Topic">The topic it came on.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="Acknowledge">Tells the broker that it is dealt with; see <see cref="BrokerConnection.AcknowledgeAsync"/>.</param>
internal sealed record ReceivedMessage(string Topic, byte[] Payload, Func<CancellationToken, Task> Acknowledge)
{
    /// <summary>Gets where an answer is wanted; null if nowhere.</summary>
    public string? ResponseTopic { get; init; }

    /// <summary>Gets what the answer has to carry; null if nothing.</summary>
    public byte[]? Correlation { get; init; }

    /// <summary>Gets for how long after its arrival it is meant; null is for ever.</summary>
    public TimeSpan? Expiry { get; init; }

    /// <summary>Gets a value indicating whether the broker had kept it for whoever subscribes.</summary>
    public bool IsRetained { get; init; }

    /// <summary>Gets when it arrived, by the monotonic clock.</summary>
    public long ArrivedAt { get; init; }
}
