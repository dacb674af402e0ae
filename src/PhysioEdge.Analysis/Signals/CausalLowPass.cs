namespace PhysioEdge.Analysis.Signals;

/// <summary>
/// A causal low-pass for live signals: two first-order stages in a row (critically damped), each step weighted by the time that
/// really passed, so that dropped frames and uneven rates do not disturb it.
/// </summary>
/// <remarks>
/// What comes out describes the signal <see cref="Delay"/> ago: whoever needs times takes that off.
/// Unknown samples (NaN) are passed over and the filter starts anew after them once <see cref="Reset"/> is called.
/// </remarks>
public sealed class CausalLowPass
{
    private readonly double _timeConstantSeconds;
    private double _first;
    private double _second;
    private TimeSpan? _last;

    /// <param name="cutoffHz">The frequency at which the power is halved, Hz, above 0.</param>
    public CausalLowPass(double cutoffHz)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cutoffHz);

        // Two equal stages reach −3 dB where each is at −1.5 dB: ωτ = √(√2 − 1).
        _timeConstantSeconds = Math.Sqrt(Math.Sqrt(2) - 1) / (2 * Math.PI * cutoffHz);
        Delay = TimeSpan.FromSeconds(2 * _timeConstantSeconds);
    }

    /// <summary>Gets how far the output lags behind the input at low frequencies.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Filters one sample.</summary>
    /// <param name="at">When the sample was taken; increases from call to call.</param>
    /// <param name="value">The sample, any unit, not NaN.</param>
    /// <returns>The filtered value, in the same unit; the first one as it is.</returns>
    public double Apply(TimeSpan at, double value)
    {
        if (_last is not { } last)
        {
            (_first, _second, _last) = (value, value, at);
            return value;
        }

        var weight = 1 - Math.Exp(-Math.Max((at - last).TotalSeconds, 0) / _timeConstantSeconds);
        _first += weight * (value - _first);
        _second += weight * (_first - _second);
        _last = at;
        return _second;
    }

    /// <summary>Forgets everything: the next sample is taken as it is.</summary>
    public void Reset() => _last = null;
}
