namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>The median of the force over the last 50 ms, and of three samples at least: a spike of a sample or two does not show in it.</summary>
internal sealed class SustainedForce
{
    private const int Capacity = 64;
    private const int Fewest = 3;

    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(50);

    private readonly (TimeSpan At, double Newtons)[] _last = new (TimeSpan, double)[Capacity];
    private readonly double[] _sorted = new double[Capacity];
    private int _count;

    /// <summary>Takes in the next sample.</summary>
    /// <returns>The median, N; 0 before the third sample.</returns>
    public double Add(TimeSpan at, double newtons)
    {
        _last[_count++ % Capacity] = (at, newtons);
        var known = 0;
        while (known < Math.Min(_count, Capacity) && (known < Fewest || at - _last[(_count - 1 - known) % Capacity].At < Span))
        {
            _sorted[known] = _last[(_count - 1 - known) % Capacity].Newtons;
            known++;
        }

        if (known < Fewest)
            return 0;
        Array.Sort(_sorted, 0, known);
        return _sorted[(known - 1) / 2];
    }

    public void Clear() => _count = 0;
}
