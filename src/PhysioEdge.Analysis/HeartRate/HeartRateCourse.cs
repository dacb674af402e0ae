namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// The course of the heart rate, second by second: the median of the last ten seconds, but of five values at least, as long as these are no
/// older than half a minute. Single wrong values do not reach it, and where half of what was given is wrong there is no course.
/// </summary>
public sealed class HeartRateCourse
{
    /// <summary>The length of the median, s.</summary>
    public const int MedianSeconds = 10;

    private const int FewestValues = 5;
    private const int LongestSeconds = 30;
    private const int Capacity = 256;

    private readonly (double AtSeconds, double Bpm)[] _latest = new (double, double)[Capacity];
    private readonly double[] _scratch = new double[Capacity];
    private int _first;
    private int _count;

    /// <summary>Takes in a value.</summary>
    /// <param name="at">When it was measured, not before the one before it.</param>
    /// <param name="bpm">The heart rate, bpm; NaN for an artefact.</param>
    public void Add(TimeSpan at, double bpm)
    {
        if (_count == Capacity)
            DropFirst();
        _latest[(_first + _count++) % Capacity] = (at.TotalSeconds, bpm);
    }

    /// <summary>The heart rate at that time, not before the last value.</summary>
    /// <returns>bpm; NaN when too little is known.</returns>
    public double At(double seconds)
    {
        while (_count > 0 && seconds - _latest[_first].AtSeconds is var age && (age > LongestSeconds || (age > MedianSeconds && _count > FewestValues)))
            DropFirst();
        var known = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_latest[(_first + i) % Capacity].Bpm is var bpm && !double.IsNaN(bpm))
                _scratch[known++] = bpm;
        }

        if (known <= FewestValues / 2 || 2 * known <= _count)
            return double.NaN;
        Array.Sort(_scratch, 0, known);
        return (_scratch[(known - 1) / 2] + _scratch[known / 2]) / 2;
    }

    private void DropFirst()
    {
        _first = (_first + 1) % Capacity;
        _count--;
    }
}
