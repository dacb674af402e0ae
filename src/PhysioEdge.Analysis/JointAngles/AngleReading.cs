using System.Runtime.CompilerServices;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.JointAngles;

/// <summary>One angle and how far it can be trusted.</summary>
/// <param name="Degrees">The angle, degrees; NaN when it is unknown.</param>
/// <param name="Quality">
/// 0 (unknown) to 1. Of an angle with an uncertainty: the probability that it is within 5° of the truth. Of one without: how plainly its
/// landmarks were in view.
/// </param>
public readonly record struct AngleReading(double Degrees, double Quality)
{
    /// <summary>
    /// An angle that may be further off than this is no finding, degrees: the smallest difference that a long-armed goniometer shows for
    /// sure at a knee ("Accuracy and reliability of knee goniometry methods", J Exp Orthop 2018, doi 10.1186/s40634-018-0161-5).
    /// </summary>
    public const double MostUncertainDegrees = 10;

    private const double CloseDegrees = 5;

    /// <summary>Gets the reading of an angle that could not be measured.</summary>
    public static AngleReading Unknown => new(double.NaN, 0);

    /// <summary>Gets a value indicating whether the angle was measured.</summary>
    public bool IsKnown => !double.IsNaN(Degrees);

    /// <summary>Gets what two of three readings are not further from the truth than, degrees; null when nothing says so.</summary>
    public double? UncertaintyDegrees { get; private init; }

    /// <summary>Gets a value indicating whether the angle may be shown as a fact.</summary>
    public bool IsTrusted => IsKnown && UncertaintyDegrees is not > MostUncertainDegrees;

    /// <summary>The same angle with a further error besides that which it has, independent of it.</summary>
    /// <param name="meanErrorDegrees">The mean absolute error that is added, degrees.</param>
    /// <returns>A reading less sure; the same where nothing was said of its uncertainty.</returns>
    public AngleReading LessSure(double meanErrorDegrees) => UncertaintyDegrees is { } uncertainty
        ? Expected(Degrees, double.Hypot(uncertainty / Math.Log(3), meanErrorDegrees))
        : this;

    /// <summary>An angle whose errors are expected to be spread as a Laplace distribution around it.</summary>
    /// <param name="degrees">The angle, degrees.</param>
    /// <param name="meanErrorDegrees">The mean absolute error expected, degrees, more than 0.</param>
    /// <returns>The reading, its quality and uncertainty those of that distribution.</returns>
    public static AngleReading Expected(double degrees, double meanErrorDegrees) =>
        new(degrees, 1 - Math.Exp(-CloseDegrees / meanErrorDegrees)) { UncertaintyDegrees = meanErrorDegrees * Math.Log(3) };
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

    /// <summary>Gets how likely each foot swings; null where that is not known.</summary>
    public FootSwing? Swing { get; init; }
}
