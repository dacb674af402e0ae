namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Tells steady walking from turns, starts and stops, by the rhythm, where those strides are shorter or longer than the ones around them, and by the motion where it is known.</summary>
/// <remarks>
/// Steady is within four times the wearer's own scatter of the median of the last 15 strides, within a least share where that is less and 15 % where it is more: three
/// times the variability of the stride time of the ill who walk straight on (1.5 % in the healthy, up to 5 % in the ill; Hausdorff,
/// "Gait variability: methods, modeling and meaning", J NeuroEng Rehabil 2005). The strides next to an unsteady one share a contact with it,
/// and are not told of either.
/// </remarks>
/// <param name="leastDeviation">Within this share of the median every stride is steady; 0–0.15.</param>
internal sealed class SteadyStrides(double leastDeviation)
{
    /// <summary>For what must be free of turns: four times the scatter of the healthy.</summary>
    public const double Strict = 0.06;

    /// <summary>For what a few odd strides do not mislead, and which shall be known soon: three times the scatter of the ill, whoever walks.</summary>
    public const double Lenient = MostDeviation;

    private const int Remembered = 15;
    private const int Enough = 3;
    private const double MostDeviation = 0.15;
    private const double Scatters = 4;
    private const double LongestStrideSeconds = 2.5;

    private readonly double[] _times = new double[Remembered];
    private readonly double[] _sorted = new double[Remembered];
    private int _count;
    private int _sinceUnsteady;
    private StrideSymmetry? _held;

    /// <summary>Gets a value indicating whether the last stride was steady by itself.</summary>
    public bool IsSteady => _sinceUnsteady > 0;

    /// <summary>The strides that follow do not continue those before.</summary>
    public void Break() => (_sinceUnsteady, _held) = (0, null);

    /// <summary>Takes in the next stride.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="turning">Whether the patient is known to have turned in it.</param>
    /// <param name="steady">The steady stride before it, which is known to be one now.</param>
    /// <returns>True when there is one.</returns>
    public bool Add(in StrideSymmetry stride, bool turning, out StrideSymmetry steady)
    {
        var isSteady = !turning && HasRhythm(stride.StrideTimeSeconds);
        if (stride.StrideTimeSeconds < LongestStrideSeconds)
            _times[_count++ % Remembered] = stride.StrideTimeSeconds;
        _sinceUnsteady = isSteady ? _sinceUnsteady + 1 : 0;
        steady = _held ?? default;
        var any = isSteady && _held is not null;
        _held = _sinceUnsteady > 2 ? stride : null;
        return any;
    }

    private bool HasRhythm(double seconds)
    {
        var known = Math.Min(_count, Remembered);
        if (known < Enough)
            return false;
        _times.AsSpan(0, known).CopyTo(_sorted);
        Array.Sort(_sorted, 0, known);
        var median = _sorted[known / 2];
        for (var i = 0; i < known; i++)
            _sorted[i] = Math.Abs(_sorted[i] - median);
        Array.Sort(_sorted, 0, known);
        var scatter = RobustStatistics.MadToDeviation * _sorted[known / 2] / median;
        return Math.Abs((seconds / median) - 1) <= Math.Clamp(Scatters * scatter, leastDeviation, MostDeviation);
    }
}
