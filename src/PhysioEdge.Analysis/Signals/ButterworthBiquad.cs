namespace PhysioEdge.Analysis.Signals;

/// <summary>A second-order Butterworth low-pass as a biquad, from the analogue prototype by the bilinear transform.</summary>
internal readonly record struct ButterworthBiquad(double B0, double B1, double B2, double A1, double A2)
{
    // Two passes square the response; each pass is cut off higher so that together they are at −3 dB where asked.
    private static readonly double TwoPassCorrection = 1 / Math.Pow(Math.Sqrt(2) - 1, 0.25);

    /// <summary>The filter to run forwards and backwards.</summary>
    /// <param name="cyclesPerSample">The −3 dB cut-off of both passes together, as a fraction of the sampling rate, below about 0.4.</param>
    public static ButterworthBiquad LowPassForTwoPasses(double cyclesPerSample)
    {
        var k = Math.Tan(Math.PI * cyclesPerSample) * TwoPassCorrection;
        var norm = 1 / (1 + (Math.Sqrt(2) * k) + (k * k));
        var b0 = k * k * norm;
        return new ButterworthBiquad(b0, 2 * b0, b0, 2 * ((k * k) - 1) * norm, (1 - (Math.Sqrt(2) * k) + (k * k)) * norm);
    }

    /// <summary>Filters in place, starting as if the first value had stood for ever.</summary>
    public void Run(Span<double> values)
    {
        if (values.IsEmpty)
            return;
        var (x1, x2, y1, y2) = (values[0], values[0], values[0], values[0]);
        for (var i = 0; i < values.Length; i++)
        {
            var x = values[i];
            var y = (B0 * x) + (B1 * x1) + (B2 * x2) - (A1 * y1) - (A2 * y2);
            (x2, x1, y2, y1) = (x1, x, y1, y);
            values[i] = y;
        }
    }
}
