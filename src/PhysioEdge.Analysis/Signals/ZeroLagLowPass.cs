namespace PhysioEdge.Analysis.Signals;

/// <summary>
/// The zero-lag low-pass of movement analysis for recordings: a second-order Butterworth run forwards and backwards
/// (fourth order in all, no delay). (Source: Winter, Biomechanics and Motor Control of Human Movement, 4th ed., §3.4.4, with the
/// cut-off corrected for the two passes.)
/// </summary>
/// <remarks>Unevenly spaced samples are brought to an even grid at their median spacing and back by linear interpolation.</remarks>
public static class ZeroLagLowPass
{
    private const double HighestCutoff = 0.4;

    /// <summary>Filters a signal.</summary>
    /// <param name="timesSeconds">When each sample was taken, s, increasing.</param>
    /// <param name="values">The samples, any unit; NaN = unknown. Runs between unknown samples are filtered each on its own.</param>
    /// <param name="cutoffHz">The cut-off, Hz, above 0. Above four tenths of the sampling rate there is nothing to take away, and the signal stays as it is.</param>
    /// <returns>As many values as were given; unknown ones stay unknown.</returns>
    public static double[] Filter(ReadOnlySpan<double> timesSeconds, ReadOnlySpan<double> values, double cutoffHz)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, timesSeconds.Length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cutoffHz);
        var filtered = values.ToArray();
        for (var start = 0; start < values.Length; start++)
        {
            var end = start;
            while (end < values.Length && !double.IsNaN(values[end]))
                end++;
            if (end - start > 3)
                FilterRun(timesSeconds[start..end], filtered.AsSpan(start..end), cutoffHz);
            start = end;
        }

        return filtered;
    }

    private static void FilterRun(ReadOnlySpan<double> times, Span<double> values, double cutoffHz)
    {
        var step = MedianStep(times);
        if (cutoffHz * step >= HighestCutoff)
            return;

        var count = (int)Math.Round((times[^1] - times[0]) / step) + 1;
        var padding = Math.Min(count - 1, (int)Math.Ceiling(1 / (cutoffHz * step)));
        var grid = new double[count + (2 * padding)];
        for (var i = 0; i < count; i++)
            grid[padding + i] = Interpolation.At(times, values, times[0] + (i * step));
        ReflectEnds(grid, padding, count);

        var biquad = ButterworthBiquad.LowPassForTwoPasses(cutoffHz * step);
        biquad.Run(grid);
        grid.AsSpan().Reverse();
        biquad.Run(grid);
        grid.AsSpan().Reverse();

        var inner = grid.AsSpan(padding, count);
        for (var i = 0; i < values.Length; i++)
            values[i] = Interpolation.AtIndex(inner, (times[i] - times[0]) / step);
    }

    /// <summary>Continues the signal beyond its ends, turned about the end points, so that the filter has settled when it gets there.</summary>
    private static void ReflectEnds(double[] grid, int padding, int count)
    {
        for (var i = 1; i <= padding; i++)
        {
            grid[padding - i] = (2 * grid[padding]) - grid[padding + i];
            grid[padding + count - 1 + i] = (2 * grid[padding + count - 1]) - grid[padding + count - 1 - i];
        }
    }

    private static double MedianStep(ReadOnlySpan<double> times)
    {
        var steps = new double[times.Length - 1];
        for (var i = 0; i < steps.Length; i++)
            steps[i] = times[i + 1] - times[i];
        Array.Sort(steps);
        return steps[steps.Length / 2];
    }
}
