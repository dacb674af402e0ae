namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>
/// The score of the Numenta Anomaly Benchmark with its standard profile. (Source: Lavin and Ahmad, "Evaluating real-time anomaly detection
/// algorithms: the Numenta anomaly benchmark", ICMLA 2015.)
/// </summary>
/// <remarks>In a window the earliest detection counts, by a sigmoid over its place there; outside each one costs, the less the sooner after a window it comes.
/// The first 15 % of a file, 750 values at most, are for learning and do not count.</remarks>
internal sealed class NabScore
{
    private const double FalseWeight = 0.11;
    private const double ProbationShare = 0.15;
    private const double LongestProbation = 750;
    private const double FarAway = 3;

    private double _sum;
    private int _windows;

    /// <summary>Gets the score: 0 for a detector that never tells anything, 100 for a perfect one.</summary>
    public double Percent => 100 * (_sum + _windows) / (2 * _windows);

    /// <param name="times">The time of each value.</param>
    /// <param name="isAnomaly">What was detected.</param>
    /// <param name="windows">The windows of the anomalies, in order.</param>
    public void Add(DateTime[] times, bool[] isAnomaly, IReadOnlyList<(DateTime First, DateTime Last)> windows)
    {
        (int First, int Last)[] places = [.. windows.Select(w => (Array.FindIndex(times, t => t >= w.First), Array.FindLastIndex(times, t => t <= w.Last)))];
        var begin = (int)Math.Min(Math.Floor(ProbationShare * times.Length), LongestProbation);
        int[] detections = [.. Enumerable.Range(begin, times.Length - begin).Where(i => isAnomaly[i])];
        _windows += places.Length;
        foreach (var window in places)
            _sum += Array.Find(detections, d => Contains(window, d)) is var found and > 0 ? Reward(window, found) : -1;
        foreach (var detection in detections.Where(d => !places.Any(p => Contains(p, d))))
            _sum += FalseWeight * Penalty(places, detection);
    }

    private static bool Contains((int First, int Last) window, int place) => place >= window.First && place <= window.Last;

    private static double Reward((int First, int Last) window, int place)
        => Sigmoid(-(window.Last - place + 1) / (double)(window.Last - window.First + 1)) / Sigmoid(-1);

    private static double Penalty((int First, int Last)[] windows, int place)
    {
        var before = Array.FindLastIndex(windows, w => w.Last < place);
        return Sigmoid(before < 0 ? FarAway : (place - windows[before].Last) / (double)Math.Max(1, windows[before].Last - windows[before].First));
    }

    private static double Sigmoid(double position) => position >= FarAway ? -1 : (2 / (1 + Math.Exp(5 * position))) - 1;
}
