namespace PhysioEdge.Analysis.Exercises;

/// <summary>Decides whether a movement was a whole repetition: by the exercise, by what is prescribed, and by what this patient just did.</summary>
internal sealed class CompleteRange(double leastDegrees, double share, double? targetDegrees)
{
    private const int Memory = 5;

    private readonly Queue<double> _recent = new(Memory);

    public bool IsReached(double rangeDegrees)
        => rangeDegrees >= leastDegrees
            && rangeDegrees >= 0.5 * (targetDegrees ?? 0)
            && rangeDegrees >= share * Usual();

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
