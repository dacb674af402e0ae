using PhysioEdge.Publishing.Links;

namespace PhysioEdge.Publishing.Outbox;

/// <summary>What the publisher has done in this run of the service. How much waits is known by the store.</summary>
public sealed record PublisherStatus
{
    /// <summary>Gets how the connection to the broker is.</summary>
    public LinkStatus Link { get; init; } = new();

    /// <summary>Gets what last went wrong with a message or the store, in words; null if nothing ever did.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets how many messages were given to the broker.</summary>
    public long Sent { get; init; }

    /// <summary>Gets how many of those had been sent before.</summary>
    public long Resent { get; init; }

    /// <summary>Gets how many bytes of payload all those were, what was sent again included.</summary>
    public long SentBytes { get; init; }

    /// <summary>Gets how many the broker has acknowledged.</summary>
    public long AcknowledgedByBroker { get; init; }

    /// <summary>Gets how many of those had nobody listening: they wait for a receiver.</summary>
    public long WithoutSubscriber { get; init; }

    /// <summary>Gets how many the broker has refused.</summary>
    public long Refused { get; init; }

    /// <summary>Gets how many rows the broker refuses now: they stay on the box, and are tried again as seldom as others that have no receipt.</summary>
    public long Parked { get; init; }

    /// <summary>Gets how many revisions have had their receipt.</summary>
    public long Receipted { get; init; }

    /// <summary>Gets how many receipts came again, or for revisions that this box has not stored.</summary>
    public long UnneededReceipts { get; init; }

    /// <summary>Gets how many messages on the receipt topic were none.</summary>
    public long MalformedReceipts { get; init; }

    /// <summary>Gets how many verdicts of therapists were kept.</summary>
    public long Reviews { get; init; }

    /// <summary>Gets how many verdicts came again, or on events that this box has not stored.</summary>
    public long UnneededReviews { get; init; }

    /// <summary>Gets how many messages on the review topic were no verdicts.</summary>
    public long MalformedReviews { get; init; }

    /// <summary>Gets how many commands were done.</summary>
    public long Commands { get; init; }

    /// <summary>Gets how many commands were refused.</summary>
    public long RefusedCommands { get; init; }
}
