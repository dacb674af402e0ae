using System.Runtime.CompilerServices;

namespace PhysioEdge.Analysis.JointAngles;

/// <summary>One angle and how far it can be trusted.</summary>
/// <param name="Degrees">The angle, degrees; NaN when it is unknown.</param>
/// <param name="Quality">0 (unknown) to 1 (every landmark of it in plain view).</param>
public readonly record struct AngleReading(double Degrees, double Quality)
{
    /// <summary>Gets the reading of an angle that could not be measured.</summary>
    public static AngleReading Unknown => new(double.NaN, 0);

    /// <summary>Gets a value indicating whether the angle was measured.</summary>
    public bool IsKnown => !double.IsNaN(Degrees);
}

/// <summary>One reading for each <see cref="JointAngle"/>, held in place.</summary>
[InlineArray(Count)]
public struct AngleSet
{
    /// <summary>The number of angles in a set: 11.</summary>
    public const int Count = 11;

    private AngleReading _first;

    /// <summary>Gets or sets the reading of that angle.</summary>
    public AngleReading this[JointAngle angle]
    {
        readonly get => this[(int)angle];
        set => this[(int)angle] = value;
    }
}

/// <summary>The joint angles of one pose.</summary>
/// <param name="CapturedAt">When the picture behind them was taken.</param>
/// <param name="Angles">The angles; all unknown when there was no pose.</param>
/// <param name="Quality">How far the pose as a whole can be trusted, 0 (none) to 1.</param>
public readonly record struct AngleFrame(TimeSpan CapturedAt, AngleSet Angles, double Quality)
{
    /// <summary>Gets how the body stands; unknown when there was no pose.</summary>
    public BodyPosture Posture { get; init; }
}
