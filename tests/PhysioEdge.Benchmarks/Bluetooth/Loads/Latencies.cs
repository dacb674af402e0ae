namespace PhysioEdge.Benchmarks.Bluetooth.Loads;

/// <summary>Counts durations in classes each 2 % wider than the last, from 1 µs to over an hour, so that millions take no memory.</summary>
internal sealed class Latencies
{
    private const double Wider = 1.02;
    private const int Classes = 1200;

    private readonly long[] _counts = new long[Classes];
    private TimeSpan _longest;
    private long _count;

    public double LongestMilliseconds => _longest.TotalMilliseconds;

    public void Add(TimeSpan duration)
    {
        var index = (int)Math.Ceiling(Math.Log(Math.Max(1, duration.TotalMicroseconds), Wider));
        _counts[Math.Min(index, Classes - 1)]++;
        _count++;
        _longest = duration > _longest ? duration : _longest;
    }

    /// <summary>The duration that this share of all does not exceed, to 2 %.</summary>
    public double Milliseconds(double share)
    {
        var (index, below) = (0, _counts[0]);
        while (below < share * _count)
            below += _counts[++index];
        return Math.Pow(Wider, index) / 1e3;
    }
}
