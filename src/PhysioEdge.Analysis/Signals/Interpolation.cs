namespace PhysioEdge.Analysis.Signals;

/// <summary>Linear interpolation; beyond the ends the end values hold.</summary>
internal static class Interpolation
{
    /// <param name="times">When each value was taken, increasing.</param>
    /// <param name="values">As many values.</param>
    /// <param name="time">The time asked for, in the unit of <paramref name="times"/>.</param>
    public static double At(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double time)
    {
        var next = times.BinarySearch(time);
        if (next >= 0)
            return values[next];
        next = ~next;
        if (next == 0)
            return values[0];
        if (next == times.Length)
            return values[^1];
        var share = (time - times[next - 1]) / (times[next] - times[next - 1]);
        return double.Lerp(values[next - 1], values[next], share);
    }

    /// <param name="values">Evenly spaced values.</param>
    /// <param name="index">A place between two of them.</param>
    public static double AtIndex(ReadOnlySpan<double> values, double index)
    {
        if (index <= 0)
            return values[0];
        var before = (int)index;
        return before >= values.Length - 1 ? values[^1] : double.Lerp(values[before], values[before + 1], index - before);
    }
}
