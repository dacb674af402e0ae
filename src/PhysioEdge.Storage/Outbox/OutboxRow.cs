namespace PhysioEdge.Storage.Outbox;

/// <summary>One revision of an event that waits for its receipt.</summary>
/// <param name="Seq">Its number: rows are sent in this order.</param>
/// <param name="Type">The CloudEvents type, which gives the topic.</param>
/// <param name="Payload">The bytes to publish.</param>
/// <param name="SentBefore">True if it was sent in this run of the service already.</param>
public sealed record OutboxRow(long Seq, string Type, byte[] Payload, bool SentBefore);

/// <summary>How much waits for a receipt.</summary>
/// <param name="Pending">How many revisions.</param>
/// <param name="OldestAge">For how long the oldest, by the wall clock; null if none does.</param>
public readonly record struct OutboxStatus(long Pending, TimeSpan? OldestAge);

/// <summary>What a receipt did.</summary>
/// <param name="Cleared">Revisions that waited for it.</param>
/// <param name="Repeated">Revisions that had their receipt already.</param>
/// <param name="Unknown">Revisions that this box has never stored.</param>
public readonly record struct ReceiptOutcome(int Cleared, int Repeated, int Unknown);
