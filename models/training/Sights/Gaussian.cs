using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Sights;

/// <summary>Normally distributed numbers (Box and Muller, 1958), and ones that remember the one before (AR(1)).</summary>
internal static class Gaussian
{
    public static float Normal(this SeededNumbers numbers, float deviation = 1)
    {
        var radius = MathF.Sqrt(-2 * MathF.Log(Math.Max(numbers.Between(0f, 1f), 1e-7f)));
        return deviation * radius * MathF.Cos(MathF.Tau * numbers.Between(0f, 1f));
    }

    /// <summary>The next of a series that has a deviation of 1 and forgets by <paramref name="memory"/> from one to the next.</summary>
    public static float Next(this SeededNumbers numbers, float before, float memory) =>
        (memory * before) + numbers.Normal(MathF.Sqrt(1 - (memory * memory)));
}
