using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>A number that wanders smoothly around 0: a sum of three slow sines.</summary>
internal sealed class Wander
{
    private readonly (double Hertz, double Phase, double Size)[] _waves;

    public Wander(SeededNumbers numbers, float size, float slowestHertz = 0.1f, float fastestHertz = 0.8f) =>
        _waves = [.. Enumerable.Range(0, 3).Select(_ => ((double)numbers.Between(slowestHertz, fastestHertz), (double)numbers.Between(0f, 6.283f), size * numbers.Between(0.2f, 0.8f)))];

    public float At(double seconds)
    {
        var sum = 0.0;
        foreach (var (hertz, phase, size) in _waves)
            sum += size * Math.Sin((Math.Tau * hertz * seconds) + phase);
        return (float)sum;
    }
}
