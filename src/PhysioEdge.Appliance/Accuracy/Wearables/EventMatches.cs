namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>Found events beside true ones: each true one gets the nearest found one that is free, within a tolerance.</summary>
internal sealed class EventMatches
{
    private readonly List<(double True, double Found)> _pairs = [];

    public IReadOnlyList<(double True, double Found)> Pairs => _pairs;

    public int Missed { get; private set; }

    public int Extra { get; private set; }

    /// <summary>Gets the harmonic mean of precision and recall; NaN without events.</summary>
    public double F1 => 2.0 * _pairs.Count / ((2 * _pairs.Count) + Missed + Extra);

    /// <summary>Gets the mean absolute error in the unit of the times; NaN without pairs.</summary>
    public double MeanAbsoluteError => _pairs.Select(p => Math.Abs(p.Found - p.True)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Adds one side of one recording.</summary>
    /// <param name="truth">The true times.</param>
    /// <param name="found">The found times; those outside the span of what is annotated may pair but are not held against it.</param>
    /// <param name="tolerance">The greatest error of a pair.</param>
    /// <param name="isAnnotated">Whether all true events about a time are known.</param>
    /// <returns>What was paired, in order.</returns>
    public IReadOnlyList<(double True, double Found)> Add(IReadOnlyList<double> truth, IEnumerable<double> found, double tolerance, Func<double, bool> isAnnotated)
    {
        var free = found.ToList();
        var paired = new List<(double True, double Found)>();
        foreach (var time in truth)
        {
            var nearest = free.Where(f => Math.Abs(f - time) <= tolerance).OrderBy(f => Math.Abs(f - time)).Cast<double?>().FirstOrDefault();
            if (nearest is not { } match)
            {
                Missed++;
                continue;
            }

            free.Remove(match);
            paired.Add((time, match));
        }

        Extra += free.Count(isAnnotated);
        _pairs.AddRange(paired);
        return paired;
    }
}
