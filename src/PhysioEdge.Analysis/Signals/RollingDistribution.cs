namespace PhysioEdge.Analysis.Signals;

/// <summary>The distribution of the latest values of a stream: quantiles and ranks at any time. Allocates nothing after it is made.</summary>
/// <param name="capacity">How many of the latest values count, 1 or more.</param>
public sealed class RollingDistribution(int capacity)
{
    private readonly double[] _latest = new double[capacity];
    private readonly double[] _sorted = new double[capacity];
    private int _next;

    /// <summary>Gets how many values there are, up to the capacity.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the median; NaN when there are no values.</summary>
    public double Median => Quantile(0.5);

    /// <summary>Gets the values in ascending order.</summary>
    public ReadOnlySpan<double> Sorted => _sorted.AsSpan(0, Count);

    /// <summary>Takes in a value, which must be a number; the oldest one goes when there is no room.</summary>
    public void Add(double value)
    {
        if (Count == _latest.Length)
            Remove(_latest[_next]);
        _latest[_next] = value;
        _next = (_next + 1) % _latest.Length;
        var place = PlaceOf(value);
        Array.Copy(_sorted, place, _sorted, place + 1, Count - place);
        _sorted[place] = value;
        Count++;
    }

    /// <summary>The value below which a share of all lies, linearly interpolated.</summary>
    /// <param name="share">0–1.</param>
    /// <returns>The value; NaN when there are none.</returns>
    public double Quantile(double share) => Count == 0 ? double.NaN : Interpolation.AtIndex(Sorted, share * (Count - 1));

    /// <summary>How many values are below that one.</summary>
    public int CountBelow(double value) => PlaceOf(value);

    private void Remove(double value)
    {
        var place = PlaceOf(value);
        Count--;
        Array.Copy(_sorted, place + 1, _sorted, place, Count - place);
    }

    private int PlaceOf(double value)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
