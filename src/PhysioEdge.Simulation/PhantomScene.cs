using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation;

/// <summary>Who is in the room, how it is lit and from where it is seen.</summary>
public sealed record PhantomScene
{
    public required PhantomFigure Patient { get; init; }

    /// <summary>Gets the other people in the room.</summary>
    public IReadOnlyList<PhantomFigure> Others { get; init; } = [];

    public CameraView View { get; init; } = new();

    public Lighting Lighting { get; init; } = new();
}
