using PhysioEdge.Publishing.Links;

namespace PhysioEdge.Publishing.Receiving;

/// <summary>What the receiver has done in this run of the service.</summary>
public sealed record ReceiverStatus
{
    /// <summary>Gets how the connection to the broker is.</summary>
    public LinkStatus Link { get; init; } = new();

    /// <summary>Gets what last went wrong with storing or receipting, in words; null if nothing ever did.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets how many revisions were new and are stored.</summary>
    public long Stored { get; init; }

    /// <summary>Gets how many came again.</summary>
    public long Duplicates { get; init; }

    /// <summary>Gets how many messages on event topics were no events, and are set aside.</summary>
    public long Malformed { get; init; }
}
