using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>Finds when neither heel nor toes of a foot are on the floor, to a millisecond.</summary>
internal sealed class FootLifts(MotionScript script, Side side)
{
    private const double StepSeconds = 0.02;
    private const float TouchMetres = 0.002f;

    private readonly Skeleton _skeleton = new();

    public IEnumerable<AirTime> Find()
    {
        var (wasUp, since) = (false, 0.0);
        for (var t = 0.0; t <= script.Duration.TotalSeconds; t += StepSeconds)
        {
            var isUp = IsUp(t);
            if (isUp && !wasUp)
                since = Change(t);
            else if (wasUp && !isUp)
                yield return new AirTime(since, Change(t), false);
            wasUp = isUp;
        }

        if (wasUp)
            yield return new AirTime(since, double.PositiveInfinity, false);
    }

    private bool IsUp(double seconds)
    {
        Kinematics.Pose(script.Body, script.PostureAt(TimeSpan.FromSeconds(seconds)), _skeleton);
        var (heel, toe) = side == Side.Left
            ? (_skeleton[BodyLandmark.LeftHeel], _skeleton[BodyLandmark.LeftFootIndex])
            : (_skeleton[BodyLandmark.RightHeel], _skeleton[BodyLandmark.RightFootIndex]);
        return MathF.Min(heel.Y - FeetShape.HeelHeight(script.Body), toe.Y - FeetShape.ToeHeight(script.Body)) > TouchMetres;
    }

    private double Change(double after)
    {
        var (before, isUp) = (Math.Max(0, after - StepSeconds), IsUp(after));
        for (var i = 0; i < 5; i++)
        {
            var middle = (before + after) / 2;
            (before, after) = IsUp(middle) == isUp ? (before, middle) : (middle, after);
        }

        return after;
    }
}
