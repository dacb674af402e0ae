namespace PhysioEdge.Vision.Capture;

/// <summary>What happens to pictures that come faster than they are taken.</summary>
public enum QueuePolicy
{
    /// <summary>The newest picture replaces the one not yet taken, and the drop is counted: for what happens now.</summary>
    LatestOnly,

    /// <summary>The producer waits: for recordings, where every picture counts.</summary>
    Lossless,
}
