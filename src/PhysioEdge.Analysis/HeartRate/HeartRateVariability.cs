namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// The variability of the heart rate in five minutes. (Source: Task Force of the ESC and NASPE, "Heart rate variability: standards of measurement,
/// physiological interpretation and clinical use", Eur Heart J 1996.)
/// </summary>
/// <remarks>
/// Valid of five minutes, so that values can be compared, and only of normal intervals: differences are taken of two that follow one another, never across
/// an artefact, and nothing is filled in. No more than one beat in twenty may be an artefact (Peltola, "Role of editing of R–R intervals in the analysis of heart rate
/// variability", Front Physiol 2012: above that RMSSD depends on how they were treated), and the normal intervals must fill nine tenths of
/// the five minutes, so that a device that lost the pulse does not pass. Whether the person was at rest is for the caller to know.
/// </remarks>
/// <param name="SdnnMs">The standard deviation of the normal intervals, ms.</param>
/// <param name="RmssdMs">The root mean square of the differences of successive normal intervals, ms.</param>
public readonly record struct HeartRateVariability(double SdnnMs, double RmssdMs)
{
    /// <summary>The length that makes values comparable, s.</summary>
    public const double WindowSeconds = 300;

    private const double LargestArtefactShare = 0.05;
    private const double LeastCoverage = 0.9;

    /// <summary>Measures the beats of one window.</summary>
    /// <param name="beats">The beats of five minutes, in order.</param>
    /// <returns>The variability; null when normal intervals fill less than nine tenths of five minutes or more than one beat in twenty is an artefact.</returns>
    public static HeartRateVariability? Of(ReadOnlySpan<Beat> beats)
    {
        var (count, sum, squares, pairs, differences) = (0, 0.0, 0.0, 0, 0.0);
        for (var i = 0; i < beats.Length; i++)
        {
            if (beats[i].IsArtefact)
                continue;
            count++;
            sum += beats[i].IntervalMs;
            squares += beats[i].IntervalMs * beats[i].IntervalMs;
            if (i == 0 || beats[i - 1].IsArtefact)
                continue;
            pairs++;
            differences += Square(beats[i].IntervalMs - beats[i - 1].IntervalMs);
        }

        if (sum < 1000 * LeastCoverage * WindowSeconds || beats.Length - count > LargestArtefactShare * beats.Length)
            return null;
        var variance = (squares - (sum * sum / count)) / (count - 1);
        return new HeartRateVariability(Math.Sqrt(Math.Max(0, variance)), Math.Sqrt(differences / pairs));
    }

    private static double Square(double value) => value * value;
}
