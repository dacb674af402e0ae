namespace PhysioEdge.Analysis.Signals;

/// <summary>
/// The smoothness of a movement: the length of the curve that the normalised amplitude spectrum of its speed draws, made negative.
/// A single even movement is near −1.5, one with hesitations or tremor further below.
/// (Source: Balasubramanian, Melendez-Calderon and Burdet, "A robust and sensitive metric for quantifying movement smoothness",
/// IEEE Trans Biomed Eng 2012; with the adaptive cut-off of Balasubramanian et al., "On the analysis of movement smoothness",
/// J NeuroEng Rehabil 2015: 10 Hz at most, and where the amplitude stays below 0.05.)
/// </summary>
/// <remarks>Deviation: the spectrum is evaluated at fixed steps instead of being zero-padded to a power of two, and never beyond half the sampling rate.</remarks>
public static class SpectralArcLength
{
    private const double HighestHz = 10;
    private const double AmplitudeThreshold = 0.05;
    private const double StepHz = 0.05;
    private const int FewestSamples = 6;

    /// <param name="signal">The speed, any unit, evenly sampled, and its rate in Hz.</param>
    /// <returns>The arc length, at most 0, without unit; null when there are too few samples or no movement.</returns>
    public static double? Of((double[] Speeds, double RateHz) signal)
    {
        var (speeds, rate) = signal;
        var still = Math.Abs(speeds.Sum());
        if (speeds.Length < FewestSamples || still == 0)
            return null;

        var spectrum = new double[(int)(Math.Min(HighestHz, rate / 2) / StepHz) + 1];
        for (var i = 0; i < spectrum.Length; i++)
            spectrum[i] = Amplitude(speeds, i * StepHz / rate) / still;
        var last = Array.FindLastIndex(spectrum, a => a >= AmplitudeThreshold);
        var length = 0.0;
        for (var i = 1; i <= last; i++)
            length += Math.Sqrt(Square(1.0 / last) + Square(spectrum[i] - spectrum[i - 1]));
        return -length;
    }

    private static double Amplitude(double[] values, double cyclesPerSample)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * cyclesPerSample * i);
            real += values[i] * cos;
            imaginary += values[i] * sin;
        }

        return Math.Sqrt(Square(real) + Square(imaginary));
    }

    private static double Square(double value) => value * value;
}
