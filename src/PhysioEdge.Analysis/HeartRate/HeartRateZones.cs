namespace PhysioEdge.Analysis.HeartRate;

/// <summary>
/// The five zones of effort, from half of the heart rate's range in steps of a tenth. The range goes from the resting rate to the highest one, or
/// from 0 where the resting rate is not known. (Source: Karvonen, Kentala and Mustala, "The effects of training on heart rate", Ann Med Exp Biol Fenn 1957.)
/// </summary>
/// <param name="MaximumBpm">The person's highest heart rate, bpm, measured or expected for the age.</param>
/// <param name="RestingBpm">The resting heart rate, bpm, below the highest; 0 when it is not known.</param>
public readonly record struct HeartRateZones(double MaximumBpm, double RestingBpm = 0)
{
    /// <summary>The number of zones; below the first one there is no effort.</summary>
    public const int Count = 5;

    private const double FirstShare = 0.5;
    private const double Step = 0.1;

    /// <summary>The highest heart rate to be expected at that age. (Source: Tanaka, Monahan and Seals, "Age-predicted maximal heart rate revisited", J Am Coll Cardiol 2001.)</summary>
    /// <param name="ageYears">The age, years, 0 or more.</param>
    /// <returns>bpm; single persons differ from it by 10 bpm (standard deviation).</returns>
    public static double MaximumOfAge(double ageYears) => 208 - (0.7 * ageYears);

    /// <summary>The zone of a heart rate.</summary>
    /// <returns>1–5; 0 below the first.</returns>
    public int Of(double bpm)
    {
        var share = (bpm - RestingBpm) / (MaximumBpm - RestingBpm);
        return Math.Clamp((int)Math.Floor(((share - FirstShare) / Step) + 1 + 1e-9), 0, Count);
    }

    /// <summary>Where a zone begins.</summary>
    /// <param name="zone">The zone, 1–5.</param>
    /// <returns>The lowest heart rate of it, bpm.</returns>
    public double LowestOf(int zone) => RestingBpm + ((MaximumBpm - RestingBpm) * (FirstShare + ((zone - 1) * Step)));
}
