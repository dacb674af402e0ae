namespace PhysioEdge.Benchmarks.Setup;

/// <summary>
/// The times of several things, each done once a round, in turn: what disturbs the machine disturbs them all alike,
/// and so hardly touches their ratios.
/// </summary>
internal sealed class Rounds
{
    private readonly double[][] _milliseconds;

    private Rounds(double[][] milliseconds) => _milliseconds = milliseconds;

    /// <param name="time">The clock.</param>
    /// <param name="warmUp">Rounds that do not count: until caches are filled and the code is compiled for good.</param>
    /// <param name="count">Rounds that count.</param>
    /// <param name="actions">What to measure; each is told the number of the round.</param>
    public static Rounds Run(TimeProvider time, int warmUp, int count, params Action<int>[] actions)
    {
        var milliseconds = Array.ConvertAll(actions, _ => new double[count]);
        for (var round = 0; round < warmUp + count; round++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                var start = time.GetTimestamp();
                actions[i](round);
                var elapsed = time.GetElapsedTime(start);
                if (round >= warmUp)
                    milliseconds[i][round - warmUp] = elapsed.TotalMilliseconds;
            }
        }

        return new Rounds(milliseconds);
    }

    public double Milliseconds(int action) => Median(_milliseconds[action]);

    /// <summary>The median over the rounds of how many times longer one took than the other.</summary>
    public double Ratio(int action, int other)
        => Median([.. _milliseconds[action].Zip(_milliseconds[other], static (a, b) => a / b)]);

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
