namespace PhysioEdge.Storage.Audit;

/// <summary>Something that somebody did, or tried.</summary>
/// <param name="Actor">Who, such as <c>service</c>.</param>
/// <param name="Action">What, such as <c>broker.connect</c>.</param>
/// <param name="Subject">To what; never a patient's name.</param>
/// <param name="Outcome">How it ended: done, or refused with the reason.</param>
public sealed record AuditEntry(string Actor, string Action, string Subject, string Outcome)
{
    /// <summary>Gets the outcome of what was done.</summary>
    public const string Done = "done";
}

/// <summary>An entry in its place.</summary>
/// <param name="Seq">Its number, from 1 on without a gap.</param>
/// <param name="At">When, by the wall clock.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Hash">SHA-256 over the hash of the entry before it and over all of this.</param>
public sealed record AuditRecord(long Seq, DateTimeOffset At, AuditEntry Entry, byte[] Hash);
