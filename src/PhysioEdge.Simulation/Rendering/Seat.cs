using System.Numerics;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>Where a figure's stool stands, by the top of its cushion; it never moves.</summary>
internal readonly record struct Seat(Vector3 Place, Quaternion Turn)
{
    public static Seat Of(PhantomFigure figure)
    {
        var body = figure.Script.Body;
        var skeleton = new Skeleton();
        Kinematics.Pose(body, PostureCurves.SitToStand(body, new RepetitionPlan())(0, default), skeleton);
        var (own, place) = (figure.Script.Seat.GetValueOrDefault(), figure.PlaceAt(TimeSpan.Zero));
        if (own != default)
            skeleton.MoveTo(new Vector3(own.LeftMetres, 0, own.AheadMetres), own.FacingDegrees);
        skeleton.MoveTo(new Vector3(place.LeftMetres, 0, place.AheadMetres), place.FacingDegrees);
        var turn = Angle.AboutY(place.FacingDegrees + own.FacingDegrees);
        var top = skeleton.MidHip - (body.Girth(0.052f) * Vector3.UnitY) + Vector3.Transform(0.04f * Vector3.UnitZ, turn);
        return new Seat(top, turn);
    }

    public void Shadow(in Canvas canvas, in Projection projection) =>
        ContactShadow.Draw(canvas, projection, Place with { Y = 0 }, 1.6f * Stool.HalfWidthMetres, 0.35f);
}
