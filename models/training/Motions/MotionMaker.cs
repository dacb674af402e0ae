using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Captures;

namespace PhysioEdge.Training.Motions;

/// <summary>Makes up motions of all kinds, the same for the same seed.</summary>
internal static class MotionMaker
{
    /// <summary>Any motion.</summary>
    public static IMotion Make(CaptureLibrary captures, SeededNumbers n, double seconds) =>
        n.Chance(0.35f) ? new CapturedMotion(n.Chance(0.4f) ? captures.Walks : captures.All, n, seconds) : MakeFilmable(captures, n, seconds);

    /// <summary>Any motion that can be filmed.</summary>
    public static IFilmable MakeFilmable(CaptureLibrary captures, SeededNumbers n, double seconds)
    {
        var body = new BodySize { HeightMetres = n.Between(1.45f, 2f) };
        return n.Between(0, 9) switch
        {
            <= 3 => new GaitMotion(body, captures.Curves, n, seconds),
            4 => ScriptMotion.Walking(body, n, seconds),
            <= 7 => ScriptMotion.Exercising(body, n, seconds),
            _ => new StandingMotion(body, n, seconds),
        };
    }
}
