using PhysioEdge.Contracts.Status;

namespace PhysioEdge.Publishing.Health;

/// <summary>What a box knows of itself. May be called from any thread, and is quick.</summary>
public interface IBoxReport
{
    /// <summary>How the box is now.</summary>
    BoxHealth Health();

    /// <summary>How each camera and wearable is now.</summary>
    IReadOnlyList<SourceStatus> Sources();
}
