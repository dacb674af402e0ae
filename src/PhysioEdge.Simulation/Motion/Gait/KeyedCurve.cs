namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>A smooth curve through points (cubic, with the slopes of the neighbours' chords; level at both ends if asked).</summary>
internal sealed class KeyedCurve(float[] at, float[] values, bool levelEnds = false)
{
    public float this[float x]
    {
        get
        {
            var i = Array.BinarySearch(at, x);
            i = Math.Clamp(i >= 0 ? i : ~i - 1, 0, at.Length - 2);
            var width = at[i + 1] - at[i];
            var t = Math.Clamp((x - at[i]) / width, 0, 1);
            var (rise, from, to) = (values[i + 1] - values[i], Slope(i) * width, Slope(i + 1) * width);
            return values[i] + (t * (from + (t * ((3 * rise) - (2 * from) - to + (t * (from + to - (2 * rise)))))));
        }
    }

    private float Slope(int i)
    {
        if (levelEnds && (i == 0 || i == at.Length - 1))
            return 0;
        var (before, after) = (Math.Max(0, i - 1), Math.Min(at.Length - 1, i + 1));
        return (values[after] - values[before]) / (at[after] - at[before]);
    }
}
