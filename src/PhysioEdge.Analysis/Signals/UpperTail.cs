namespace PhysioEdge.Analysis.Signals;

/// <summary>
/// How improbable a large value of a stream is, given the ones before it: beyond the 98th percentile the tail is a generalised Pareto
/// distribution, fitted by moments.
/// (Source: Siffer et al., "Anomaly detection in streams with extreme value theory", KDD 2017; the fit: Hosking and Wallis, "Parameter
/// and quantile estimation for the generalized Pareto distribution", Technometrics 1987; deviation: a rolling window in place of all values, moments in
/// place of likelihood, which need no search and so no tuning.)
/// </summary>
internal sealed class UpperTail
{
    private const int Capacity = 5000;
    private const int FewestValues = 100;
    private const int FewestExcesses = 10;
    private const double TailShare = 0.02;

    /// <summary>The moments exist for shapes below one half only.</summary>
    private const double LargestShape = 0.45;

    private readonly RollingDistribution _values = new(Capacity);

    /// <summary>The probability of a value at least that large, by the values so far; then the value is one of them.</summary>
    /// <returns>0–1; 1 while too few values are known.</returns>
    public double Add(double value)
    {
        var probability = _values.Count < FewestValues ? 1 : ProbabilityOf(value);
        _values.Add(value);
        return probability;
    }

    private double ProbabilityOf(double value)
    {
        var count = Math.Max(FewestExcesses, (int)(TailShare * _values.Count));
        var sorted = _values.Sorted;
        var threshold = sorted[^(count + 1)];
        if (value <= threshold)
            return 1 - ((double)_values.CountBelow(value) / sorted.Length);

        var (mean, variance) = MomentsOf(sorted[^count..], threshold);
        if (mean == 0)
            return 0;
        var shape = variance > 0 ? Math.Clamp(0.5 * (1 - (mean * mean / variance)), 0, LargestShape) : 0;
        var excess = (value - threshold) / (mean * (1 - shape));
        var beyond = shape > 0 ? Math.Pow(1 + (shape * excess), -1 / shape) : Math.Exp(-excess);
        return beyond * count / sorted.Length;
    }

    private static (double Mean, double Variance) MomentsOf(ReadOnlySpan<double> values, double origin)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values)
            sum += value - origin;
        var mean = sum / values.Length;
        foreach (var value in values)
            squares += (value - origin - mean) * (value - origin - mean);
        return (mean, squares / (values.Length - 1));
    }
}
