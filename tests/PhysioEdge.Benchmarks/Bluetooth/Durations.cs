namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>How long things took, in seconds.</summary>
internal sealed class Durations(IEnumerable<TimeSpan> times)
{
    private readonly double[] _sorted = [.. times.Select(t => t.TotalSeconds).Order()];

    public int Count => _sorted.Length;

    public double Median => Quantile(0.5);

    public double Longest => _sorted[^1];

    public double Quantile(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
