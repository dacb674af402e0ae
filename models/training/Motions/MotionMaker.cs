using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Captures;

namespace PhysioEdge.Training.Motions;

/// <summary>Makes up motions of all kinds, the same for the same seed.</summary>
internal static class MotionMaker
{
    public static IMotion Make(IReadOnlyList<ICapture> captures, SeededNumbers numbers, double seconds) =>
        numbers.Chance(0.35f) ? new CapturedMotion(captures, numbers, seconds) : Make(numbers, seconds);

    public static IFilmable Make(SeededNumbers numbers, double seconds)
    {
        var body = new BodySize { HeightMetres = numbers.Between(1.45f, 2f) };
        return numbers.Between(0, 9) switch
        {
            <= 2 => new GaitMotion(body, numbers, seconds),
            3 => ScriptMotion.Walking(body, numbers, seconds),
            <= 6 => ScriptMotion.Exercising(body, numbers, seconds),
            _ => new StandingMotion(body, numbers, seconds),
        };
    }
}
