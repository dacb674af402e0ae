using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.Gait;

/// <summary>A value of the left and of the right side, 0 or more, in the same unit.</summary>
/// <param name="Left">The left value; null when it was not measured.</param>
/// <param name="Right">The right value; null when it was not measured.</param>
public readonly record struct Sided(double? Left, double? Right)
{
    /// <summary>Gets the mean of both sides; of the one that is known when the other is not; null when neither is.</summary>
    public double? Mean => Left is { } left && Right is { } right ? (left + right) / 2 : Left ?? Right;

    /// <summary>Gets the symmetry index in percent, positive when the right is larger (<see cref="Symmetry.IndexPercent"/>); null unless both are known.</summary>
    public double? AsymmetryPercent => Left is { } left && Right is { } right ? Symmetry.IndexPercent(left, right) : null;
}
