using PhysioEdge.Training.Films;
using PhysioEdge.Training.Sights;

namespace PhysioEdge.Training.Learning;

/// <summary>What lessons are made of.</summary>
/// <param name="Clips">Motions, seen as a pose model may see them.</param>
/// <param name="Films">Motions as a pose model did see them, filmed.</param>
internal sealed record Material(IReadOnlyList<Clip> Clips, IReadOnlyList<Film> Films)
{
    /// <summary>How many of the sights are films: enough to learn what is wrong with the pose model's depth, too few to learn the phantom.</summary>
    public const float FilmShare = 0.3f;
}
