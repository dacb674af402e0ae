using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>
/// Tells what is unusual in any series of evenly spaced values, as it comes: a value far from where the last ones lead, or a level that moves away from the long-term one.
/// How far is too far the series itself says (<see cref="UpperTail"/>): there is no limit in its unit to be set.
/// </summary>
/// <remarks>
/// Three distances are watched: of the value from the running mean of about the last three, and of the means of about 10 and about 40 values from their own
/// mean over some 300. (Source of the two kinds: the prediction error and its short-term mean against the long run in Lavin and Ahmad, "Evaluating
/// real-time anomaly detection algorithms: the Numenta anomaly benchmark", ICMLA 2015.)
/// A distance as rare as its accepted risk scores 0.5: once in 2000 for a value, once in 1000 for a level, whose distances, being smoothed, come in runs.
/// An anomaly is told once: for 100 values after it scores stay below 0.5.
/// </remarks>
public sealed class SeriesAnomalyDetector
{
    /// <summary>The score from which on a value is an anomaly.</summary>
    public const double Threshold = 0.5;

    private const double ValueRisk = 1.0 / 2000;
    private const double LevelRisk = 1.0 / 1000;
    private const double ValueWeight = 0.3;
    private const int Cooldown = 100;

    private readonly UpperTail _errors = new();
    private readonly LevelShift[] _levels = [new(10), new(40)];
    private double _mean = double.NaN;
    private int _quiet;

    /// <summary>Takes in the next value.</summary>
    /// <param name="value">The value, any unit; NaN when it is missing.</param>
    /// <returns>The score, 0–1; 0 for a missing value, below 0.001 while the first 100 values are learnt.</returns>
    public double Score(double value)
    {
        if (double.IsNaN(value))
            return 0;
        if (double.IsNaN(_mean))
            _mean = value;
        var error = value - _mean;
        _mean += ValueWeight * error;

        var rarity = _errors.Add(Math.Abs(error)) / ValueRisk;
        foreach (var level in _levels)
            rarity = Math.Min(rarity, level.Add(value) / LevelRisk);
        return Told(1 / (1 + rarity));
    }

    private double Told(double score)
    {
        if (_quiet > 0)
        {
            _quiet--;
            return score * Threshold * 0.99;
        }

        if (score >= Threshold)
            _quiet = Cooldown;
        return score;
    }

    /// <summary>How far a mean has moved from its own long-term mean.</summary>
    private sealed class LevelShift(double length)
    {
        private const double LongLength = 300;

        private readonly UpperTail _distances = new();
        private double _short = double.NaN;
        private double _long;

        /// <summary>The probability of a distance at least as large as now.</summary>
        public double Add(double value)
        {
            if (double.IsNaN(_short))
                _short = _long = value;
            _short += (value - _short) / length;
            _long += (_short - _long) / LongLength;
            return _distances.Add(Math.Abs(_short - _long));
        }
    }
}
