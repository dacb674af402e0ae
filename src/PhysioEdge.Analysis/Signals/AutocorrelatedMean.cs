namespace PhysioEdge.Analysis.Signals;

/// <summary>The mean of values that follow one another and are alike, and how well it is known: its 95 % confidence interval, as the values come.</summary>
/// <remarks>
/// Values that resemble their neighbours tell less than as many independent ones: n of them with the autocorrelation ρ from each to the next count as
/// n (1 − ρ) / (1 + ρ) (Bayley and Hammersley, "The 'effective' number of independent observations in an autocorrelated time series", Suppl J R Stat Soc 1946,
/// for a first-order autoregressive process). ρ is freed of the bias of short series, −(1 + 3ρ)/n (Marriott and Pope,
/// "Bias in the estimation of autocorrelations", Biometrika 1954; Kendall, same volume), and the interval is Student's with the effective number. It deviates in that a
/// negative ρ counts as none: alternation never makes the interval narrower than independent values would.
/// </remarks>
public sealed class AutocorrelatedMean
{
    private const int Fewest = 5;
    private const double FewestEffective = 3;
    private const double NormalQuantile = 1.959964;

    private double _first;
    private double _last;
    private double _sum;
    private double _squares;
    private double _neighbours;

    /// <summary>Gets the number of values.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the mean, in the unit of the values; null before the first.</summary>
    public double? Mean => Count > 0 ? _first + (_sum / Count) : null;

    /// <summary>Gets how many independent values tell as much, 1 to <see cref="Count"/>; null below five values.</summary>
    public double? EffectiveCount
    {
        get
        {
            if (Count < Fewest)
                return null;
            var correlation = Autocorrelation();
            return Math.Max(1, Count * (1 - correlation) / (1 + correlation));
        }
    }

    /// <summary>Gets half of the width of the mean's 95 % confidence interval, in the unit of the values; null when they tell less than three independent ones would.</summary>
    public double? HalfWidth
        => EffectiveCount is { } effective && effective >= FewestEffective
            ? StudentQuantile(effective - 1) * Math.Sqrt(Math.Max(0, SquaredDeviations()) / Count / (effective - 1))
            : null;

    /// <summary>Takes in the next value.</summary>
    /// <param name="value">The value; finite.</param>
    public void Add(double value)
    {
        if (Count == 0)
            _first = value;
        var shifted = value - _first;
        _neighbours += Count > 0 ? _last * shifted : 0;
        (_sum, _squares, _last) = (_sum + shifted, _squares + (shifted * shifted), shifted);
        Count++;
    }

    private double SquaredDeviations() => _squares - (_sum * _sum / Count);

    private double Autocorrelation()
    {
        var variance = SquaredDeviations() / Count;
        if (variance <= 1e-12 * ((_squares / Count) + 1e-12))
            return 0;
        var mean = _sum / Count;
        var products = _neighbours - (mean * ((2 * _sum) - _last)) + ((Count - 1) * mean * mean);
        var raw = products / (Count - 1) / variance;
        return Math.Clamp(raw + ((1 + (3 * raw)) / Count), 0, 1);
    }

    /// <summary>The 97.5 % point of Student's distribution (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5): 3 % low at 2 degrees of freedom, exact to 0.3 % from 4 on.</summary>
    private static double StudentQuantile(double degrees)
    {
        const double Z = NormalQuantile;
        const double Z2 = Z * Z;
        return Z
            + (Z * (Z2 + 1) / (4 * degrees))
            + (Z * ((5 * Z2 * Z2) + (16 * Z2) + 3) / (96 * degrees * degrees))
            + (Z * ((3 * Z2 * Z2 * Z2) + (19 * Z2 * Z2) + (17 * Z2) - 15) / (384 * degrees * degrees * degrees));
    }
}
