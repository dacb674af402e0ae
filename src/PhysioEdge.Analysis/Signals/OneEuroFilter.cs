namespace PhysioEdge.Analysis.Signals;

/// <summary>
/// The One-Euro filter: a causal low-pass whose cut-off rises with the speed of the signal, so that it is calm at rest and
/// prompt in movement. (Source: Casiez, Roussel and Vogel, "1€ Filter", CHI 2012.)
/// </summary>
/// <remarks>A struct without heap memory: keep it in a field or an array element and call it in place.</remarks>
public struct OneEuroFilter
{
    private bool _started;
    private double _lastRaw;
    private double _value;
    private double _speed;

    /// <summary>Filters one sample.</summary>
    /// <param name="value">The sample, in any unit.</param>
    /// <param name="secondsSinceLast">Time since the sample before it, s, above 0; ignored for the first one.</param>
    /// <param name="speedScale">What makes the speed comparable between signals: 1 over the size of the observed thing, in the unit of <paramref name="value"/>.</param>
    /// <param name="tuning">The filter's parameters.</param>
    /// <returns>The filtered sample; the first one as it is.</returns>
    public double Apply(double value, double secondsSinceLast, double speedScale, in OneEuroTuning tuning)
    {
        if (!_started)
        {
            (_started, _lastRaw, _value) = (true, value, value);
            return value;
        }

        var speed = (value - _lastRaw) * speedScale / secondsSinceLast;
        _lastRaw = value;
        _speed += Alpha(tuning.SpeedCutoffHz, secondsSinceLast) * (speed - _speed);
        _value += Alpha(tuning.MinCutoffHz + (tuning.Beta * Math.Abs(_speed)), secondsSinceLast) * (value - _value);
        return _value;
    }

    private static double Alpha(double cutoffHz, double seconds)
    {
        var r = 2 * Math.PI * cutoffHz * seconds;
        return r / (r + 1);
    }
}

/// <summary>The parameters of a <see cref="OneEuroFilter"/>.</summary>
/// <param name="MinCutoffHz">The cut-off at rest, Hz, above 0.</param>
/// <param name="Beta">How much the cut-off rises per unit of speed, Hz per (1/s), 0 or more.</param>
/// <param name="SpeedCutoffHz">The cut-off of the speed estimate, Hz, above 0.</param>
public readonly record struct OneEuroTuning(double MinCutoffHz, double Beta, double SpeedCutoffHz);
