namespace PhysioEdge.Training;

/// <summary>Which numbers make what, so that nothing is learnt from what is scored.</summary>
internal static class Seeds
{
    public const int Clips = 1_000;
    public const int HeldOutClips = 900_000;
    public const int CalibrationFilms = 600_000;
    public const int ScoredFilms = 500_000;

    /// <summary>The films are of two runs of numbers.</summary>
    public static int Film(int number) => (number % 2 == 0 ? 2_000_000 : 2_100_000) + (number / 2);
}
