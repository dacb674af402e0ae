using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>To and fro: the phase of repetitions, 0 = rest, 1 = the far point, each with a pace and a reach of its own.</summary>
internal sealed class Cycles
{
    private readonly List<(double Start, double Out, double Hold, double Back, float Reach)> _cycles = [];

    public Cycles(SeededNumbers numbers, double seconds, bool fast)
    {
        var (pace, evenness) = (fast ? numbers.Between(0.25f, 0.6f) : numbers.Between(0.6f, 2.2f), numbers.Between(0.03f, 0.25f));
        double now = numbers.Between(0f, 1.5f);
        while (now < seconds)
        {
            var (outward, back) = (pace * numbers.Between(1 - evenness, 1 + evenness), pace * numbers.Between(0.7f, 1.3f));
            var hold = numbers.Chance(0.2f) ? numbers.Between(0.5f, 4f) : numbers.Between(0f, 0.4f);
            _cycles.Add((now, outward, hold, back, numbers.Chance(0.15f) ? numbers.Between(0.3f, 0.8f) : numbers.Between(1 - evenness, 1f)));
            now += outward + hold + back + (numbers.Chance(0.2f) ? numbers.Between(0.5f, 3f) : numbers.Between(0f, 0.6f));
        }
    }

    public float At(double seconds)
    {
        foreach (var (start, outward, hold, back, reach) in _cycles)
        {
            var since = seconds - start;
            if (since >= 0 && since < outward + hold + back)
                return reach * Shape(since, outward, hold, back);
        }

        return 0;
    }

    private static float Shape(double since, double outward, double hold, double back) =>
        since < outward ? MinimumJerk.At((float)(since / outward)) : MinimumJerk.At((float)((outward + hold + back - since) / back));
}
