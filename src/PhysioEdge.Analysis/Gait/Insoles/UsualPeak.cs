namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>How much a wearer usually puts on one foot at most: the median peak of its last five contacts.</summary>
internal sealed class UsualPeak
{
    private const int Remembered = 5;
    private const int Enough = 3;

    private readonly double[] _peaks = new double[Remembered];
    private readonly double[] _sorted = new double[Remembered];
    private int _count;

    /// <summary>Gets the median peak, N; null before the third contact.</summary>
    public double? Newtons { get; private set; }

    public void Add(double peak)
    {
        _peaks[_count++ % Remembered] = peak;
        var known = Math.Min(_count, Remembered);
        if (known < Enough)
            return;
        _peaks.AsSpan(0, known).CopyTo(_sorted);
        Array.Sort(_sorted, 0, known);
        Newtons = _sorted[known / 2];
    }

    public void Forget() => (_count, Newtons) = (0, null);
}
