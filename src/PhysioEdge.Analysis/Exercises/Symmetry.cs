namespace PhysioEdge.Analysis.Exercises;

/// <summary>How alike the two sides are.</summary>
public static class Symmetry
{
    /// <summary>
    /// The symmetry index: the difference of the sides over their mean.
    /// (Source: Robinson, Herzog and Nigg, "Use of force platform variables to quantify the effects of chiropractic manipulation
    /// on gait symmetry", J Manipulative Physiol Ther 1987.)
    /// </summary>
    /// <param name="left">The value of the left side, 0 or more, any unit.</param>
    /// <param name="right">The value of the right side, in the same unit.</param>
    /// <returns>Percent, −200 to 200; positive when the right is larger, 0 when they are equal; null when both are 0.</returns>
    public static double? IndexPercent(double left, double right)
        => left + right > 0 ? 200 * (right - left) / (right + left) : null;
}
