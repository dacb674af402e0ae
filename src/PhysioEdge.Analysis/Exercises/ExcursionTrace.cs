using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>One filtered sample of a movement. Angles in degrees, NaN when they were not seen.</summary>
internal readonly record struct ExcursionPoint
{
    /// <summary>Gets when.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Gets the excursion from rest; its zero is arbitrary.</summary>
    public required double Degrees { get; init; }

    /// <summary>Gets what tells a repetition on the left: mostly the joint angle.</summary>
    public required double LeftDegrees { get; init; }

    /// <summary>Gets what tells a repetition on the right: mostly the joint angle.</summary>
    public required double RightDegrees { get; init; }

    /// <summary>Gets the left joint angle, which is what is reported.</summary>
    public required double LeftJointDegrees { get; init; }

    /// <summary>Gets the right joint angle, which is what is reported.</summary>
    public required double RightJointDegrees { get; init; }

    /// <summary>Gets the angle of what goes along.</summary>
    public required double CompanionDegrees { get; init; }

    /// <summary>Gets the quality of the excursion, 0–1.</summary>
    public required double Quality { get; init; }

    /// <summary>Gets what carries the patient.</summary>
    public required Bearing Bearing { get; init; }

    /// <summary>Gets how the body stands, not filtered.</summary>
    public required BodyPosture Posture { get; init; }
}

/// <summary>The samples since the last low: as much of the past as the repetition under way needs.</summary>
internal sealed class ExcursionTrace
{
    private const double LevelThighDegrees = 50;
    private const double BehindASquat = 0.08;

    private readonly List<ExcursionPoint> _points = [];

    public int Count => _points.Count;

    public ExcursionPoint Last => _points[^1];

    public void Add(ExcursionPoint point) => _points.Add(point);

    public void Clear() => _points.Clear();

    public void ForgetBefore(TimeSpan at)
    {
        var keep = 0;
        while (keep < _points.Count && _points[keep].At < at)
            keep++;
        _points.RemoveRange(0, keep);
    }

    public ExcursionPoint Lowest()
    {
        var lowest = _points[0];
        foreach (var point in _points)
            lowest = point.Degrees < lowest.Degrees ? point : lowest;
        return lowest;
    }

    /// <summary>Whether the patient sat within that time; true when that is not known.</summary>
    public bool SatNear(TimeSpan at, TimeSpan within)
        => _points.Exists(p => (p.At - at).Duration() <= within && (p.Bearing is Bearing.Seated or Bearing.Unknown || IsLoweringItself(p)));

    /// <summary>A seat is known for sure only a moment after it was reached.</summary>
    private static bool IsLoweringItself(in ExcursionPoint point)
        => point.Posture is { LeftThighDegrees: > LevelThighDegrees, RightThighDegrees: > LevelThighDegrees, ShouldersAhead: < BehindASquat };

    /// <summary>The samples from one time to another, both included.</summary>
    public ExcursionWindow Between(TimeSpan start, TimeSpan end) => new(_points.FindAll(p => p.At >= start && p.At <= end));
}
