using System.Numerics;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation;

/// <summary>A person in the scene.</summary>
public sealed record PhantomFigure(MotionScript Script)
{
    public Appearance Appearance { get; init; } = new();

    /// <summary>Gets the places passed, in the order of their times; by default the patient's place, always.</summary>
    public IReadOnlyList<FloorWaypoint> Path { get; init; } = [default];

    /// <summary>
    /// Somebody who walks straight through the picture: out of it at first, from then on on the way from the left to the right, and out
    /// of it again at the end.
    /// </summary>
    /// <param name="view">The camera whose picture it is.</param>
    /// <param name="nearerMetres">How much nearer to that camera than the patient's place the way is; negative = behind the patient.</param>
    /// <param name="start">When the first step is made, a little outside of the picture.</param>
    /// <param name="body">The person's size; null = the average.</param>
    /// <param name="plan">How the person walks; null = as most people do.</param>
    /// <param name="fromRight">Whether the way is from the right to the left instead.</param>
    public static PhantomFigure WalkingThrough(
        CameraView view, float nearerMetres, TimeSpan start, BodySize? body = null, WalkPlan? plan = null, bool fromRight = false)
    {
        var (from, to) = (view.OutOfPicture(nearerMetres, !fromRight), view.OutOfPicture(nearerMetres, fromRight));
        var facing = Angle.Degrees(Math.Atan2(to.LeftMetres - from.LeftMetres, to.AheadMetres - from.AheadMetres));
        var script = new MotionScriptBuilder(body ?? new BodySize()) { Start = new FloorPlace(from.AheadMetres, from.LeftMetres, facing) }
            .StandStill(start.TotalSeconds)
            .Walk(plan ?? new WalkPlan(), to);
        return new PhantomFigure(script.Build());
    }

    internal FloorPlace PlaceAt(TimeSpan time)
    {
        if (time <= Path[0].At)
            return Path[0].Place;
        for (var i = 1; i < Path.Count; i++)
        {
            if (time < Path[i].At)
                return Between(Path[i - 1], Path[i], time);
        }

        return Path[^1].Place;
    }

    internal void Pose(TimeSpan time, Skeleton skeleton)
    {
        Kinematics.Pose(Script.Body, Script.PostureAt(time), skeleton);
        var place = PlaceAt(time);
        skeleton.MoveTo(new Vector3(place.LeftMetres, 0, place.AheadMetres), place.FacingDegrees);
    }

    private static FloorPlace Between(FloorWaypoint from, FloorWaypoint to, TimeSpan time)
    {
        var part = (float)((time - from.At) / (to.At - from.At));
        return new FloorPlace(
            from.Place.AheadMetres + (part * (to.Place.AheadMetres - from.Place.AheadMetres)),
            from.Place.LeftMetres + (part * (to.Place.LeftMetres - from.Place.LeftMetres)),
            from.Place.FacingDegrees + (part * (to.Place.FacingDegrees - from.Place.FacingDegrees)));
    }
}
