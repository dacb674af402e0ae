using System.Numerics;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation;

/// <summary>A person in the scene.</summary>
public sealed record PhantomFigure(MotionScript Script)
{
    public Appearance Appearance { get; init; } = new();

    /// <summary>Gets the places passed, in the order of their times; by default the patient's place, always.</summary>
    public IReadOnlyList<FloorWaypoint> Path { get; init; } = [default];

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
