namespace PhysioEdge.Storage.Outbox;

/// <summary>What became of a therapist's verdict.</summary>
public enum ReviewOutcome
{
    /// <summary>It is kept.</summary>
    Kept,

    /// <summary>It was kept before.</summary>
    Repeated,

    /// <summary>This box has no such event.</summary>
    Unknown,
}
