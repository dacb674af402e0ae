using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Simulation.Motion;

/// <summary>What a figure does, from beginning to end; the same at every evaluation.</summary>
public sealed class MotionScript
{
    private readonly ScriptSegment[] _segments;
    private readonly Sway _sway;

    internal MotionScript(BodySize body, Sway sway, ScriptSegment[] segments, IEnumerable<RepetitionTimes> repetitions)
    {
        (Body, _sway, _segments) = (body, sway, segments);
        Repetitions = [.. repetitions.Select(Measured)];
    }

    public BodySize Body { get; }

    public TimeSpan Duration => TimeSpan.FromSeconds(_segments[^1].EndSeconds);

    /// <summary>Gets the repetitions in the order of their times.</summary>
    public IReadOnlyList<ScriptedRepetition> Repetitions { get; }

    /// <summary>Gets the steps walked, in the order of their times.</summary>
    public IReadOnlyList<ScriptedStep> Steps { get; internal init; } = [];

    /// <summary>Gets where the figure sits at some time, so that the room needs a stool there; null = it never sits.</summary>
    public FloorPlace? Seat { get; internal init; }

    /// <summary>The posture at a time; before the start and after the end that of the first and last moment.</summary>
    public Posture PostureAt(TimeSpan time)
    {
        var seconds = Math.Clamp(time.TotalSeconds, 0, _segments[^1].EndSeconds);
        return SegmentAt(seconds).At(seconds, _sway.At(seconds));
    }

    private ref readonly ScriptSegment SegmentAt(double seconds)
    {
        var (low, high) = (0, _segments.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_segments[middle].EndSeconds > seconds)
                high = middle;
            else
                low = middle + 1;
        }

        return ref _segments[low];
    }

    private ScriptedRepetition Measured(RepetitionTimes times) => new()
    {
        Exercise = times.Exercise,
        Side = times.Side,
        Start = TimeSpan.FromSeconds(times.StartSeconds),
        Peak = TimeSpan.FromSeconds(times.PeakSeconds),
        End = TimeSpan.FromSeconds(times.EndSeconds),
        Hold = TimeSpan.FromSeconds(times.HoldSeconds),
        IsPartial = times.IsPartial,
        AnglesAtStart = AnglesAt(times.StartSeconds),
        AnglesAtPeak = AnglesAt(times.PeakSeconds),
    };

    private TrueAngles AnglesAt(double seconds)
    {
        var skeleton = new Skeleton();
        Kinematics.Pose(Body, PostureAt(TimeSpan.FromSeconds(seconds)), skeleton);
        return TrueAngles.Of(skeleton);
    }
}
