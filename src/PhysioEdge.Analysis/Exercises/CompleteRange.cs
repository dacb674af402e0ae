namespace PhysioEdge.Analysis.Exercises;

/// <summary>Decides whether a movement was a whole repetition: by the exercise, by what is prescribed, and by what this patient just did.</summary>
internal sealed class CompleteRange(double leastDegrees, double share, double? targetDegrees)
{
    private const int Memory = 5;

    /// <summary>Of a target, for a first repetition: what a camera measures of a range falls short of it, with the smallest model and a knee that straightens by more than half.</summary>
    private const double ShareOfTarget = 0.4;

    private readonly Queue<double> _recent = new(Memory);

    public bool IsReached(double rangeDegrees)
        => rangeDegrees >= leastDegrees && rangeDegrees >= (_recent.Count > 0 ? share * Usual() : ShareOfTarget * (targetDegrees ?? 0));

    public void Learn(double rangeDegrees)
    {
        if (_recent.Count == Memory)
            _recent.Dequeue();
        _recent.Enqueue(rangeDegrees);
    }

    private double Usual()
    {
        var sorted = _recent.Order().ToArray();
        return sorted.Length > 0 ? sorted[sorted.Length / 2] : 0;
    }
}
