namespace PhysioEdge.Contracts.Events;

/// <summary>The receiver's word that it has stored these revisions: only now may the box forget them.</summary>
/// <param name="Stored">The revisions that were committed.</param>
/// <param name="Time">When, by the receiver's clock, UTC.</param>
public sealed record Receipt(IReadOnlyList<StoredRevision> Stored, DateTimeOffset Time);

/// <summary>One revision that a receiver has stored.</summary>
/// <param name="Id">The event's identifier.</param>
/// <param name="Rev">Its revision, from 1.</param>
public sealed record StoredRevision(string Id, int Rev);
