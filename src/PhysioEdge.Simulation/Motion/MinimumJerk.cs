namespace PhysioEdge.Simulation.Motion;

/// <summary>
/// The smoothest way from 0 to 1 in unit time (Flash and Hogan, "The coordination of arm movements", J Neurosci 1985):
/// 10t³ − 15t⁴ + 6t⁵.
/// </summary>
internal static class MinimumJerk
{
    public static float At(float time)
    {
        var t = Math.Clamp(time, 0, 1);
        return t * t * t * (10 + (t * ((6 * t) - 15)));
    }

    /// <summary>When it has come so far.</summary>
    public static float TimeOf(float way)
    {
        var (low, high) = (0f, 1f);
        for (var i = 0; i < 24; i++)
            (low, high) = At((low + high) / 2) < way ? ((low + high) / 2, high) : (low, (low + high) / 2);
        return low;
    }
}
