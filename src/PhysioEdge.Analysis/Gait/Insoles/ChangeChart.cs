namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Tells when a measure has changed from what it was in the beginning and stays changed.</summary>
/// <remarks>
/// Two cumulative sums, one for each direction (Page, "Continuous inspection schemes", Biometrika 1954), of the deviation in units of the
/// person's own scatter. Half of the change to be told is allowed for; the limit is the one at which a person without any change runs
/// for <see cref="StepsToFalseAlarm"/> steps on average (Siegmund, Sequential Analysis, 1985). It deviates in that one
/// step adds at most an eighth of the limit: eight have to agree, about 4 s, whatever one of them did. The scatter is that of single steps or
/// that of runs of five, whichever is larger, because steps that follow one another are alike.
/// </remarks>
internal sealed class ChangeChart
{
    /// <summary>Four charts of two sides each: one false alarm in 12 500 steps if strides were independent and normal, which was not counted on real walks; about two hours of walking without a rest.</summary>
    public const double StepsToFalseAlarm = 100_000;

    /// <summary>Differences between the sides of less than 10 % are common in the healthy (Herzog et al., "Asymmetries in ground reaction force patterns in normal human gait", Med Sci Sports Exerc 1989).</summary>
    public const double ToTellPercent = 10;

    private const int StepsToAgree = 8;
    private const int RunLength = 5;

    /// <summary>What force cells and samples 10 ms apart scatter by themselves.</summary>
    private const double LeastScatterPercent = 2;

    private readonly double _allowance;
    private readonly double _limit;
    private double _up;
    private double _down;
    private TimeSpan _upSince;
    private TimeSpan _downSince;

    /// <param name="first">The first values, percent, in order; at least <see cref="RunLength"/>.</param>
    public ChangeChart(IReadOnlyList<double> first)
    {
        Usual = Median(first);
        Scatter = Math.Max(LeastScatterPercent, Math.Max(ScatterOf(first), Math.Sqrt(RunLength) * ScatterOf(Runs(first))));
        AllowancePercent = Math.Max(ToTellPercent / 2, Scatter);
        _allowance = AllowancePercent / Scatter;
        _limit = Math.Max(1, (Math.Log(2 * _allowance * _allowance * StepsToFalseAlarm) / (2 * _allowance)) - 1.166);
    }

    /// <summary>Gets what the measure was in the beginning, percent.</summary>
    public double Usual { get; }

    /// <summary>Gets the standard deviation in the beginning, percent.</summary>
    public double Scatter { get; }

    /// <summary>Gets how far a lasting deviation may be without ever being told, percent.</summary>
    public double AllowancePercent { get; }

    /// <summary>Begins to watch anew for a change from the same beginning.</summary>
    public void Reset() => (_up, _down) = (0, 0);

    /// <summary>Takes in the next value.</summary>
    /// <returns>Since when the measure is changed; null when it is not.</returns>
    public TimeSpan? Add(TimeSpan at, double value)
    {
        var deviation = (value - Usual) / Scatter;
        Sum(ref _up, ref _upSince, deviation, at);
        Sum(ref _down, ref _downSince, -deviation, at);
        return IsOver(_up) ? _upSince : IsOver(_down) ? _downSince : null;
    }

    private bool IsOver(double sum) => sum >= _limit * (1 - 1e-9);

    private void Sum(ref double sum, ref TimeSpan since, double deviation, TimeSpan at)
    {
        if (sum == 0)
            since = at;
        var most = _limit / StepsToAgree;
        sum = Math.Max(0, sum + Math.Clamp(deviation - _allowance, -most, most));
    }

    private static List<double> Runs(IReadOnlyList<double> values)
        => [.. values.Chunk(RunLength).Where(run => run.Length == RunLength).Select(run => Median(run))];

    private static double ScatterOf(IReadOnlyList<double> values)
    {
        if (values.Count < 3)
            return 0;
        var middle = Median(values);
        return RobustStatistics.MadToDeviation * Median([.. values.Select(v => Math.Abs(v - middle))]);
    }

    private static double Median(IReadOnlyList<double> values) => RobustStatistics.Median(values);
}
