using System.Numerics;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>How one foot moves at a moment, against what stands still or goes along with the body. Metres and metres per second.</summary>
/// <param name="At">When.</param>
/// <param name="OverFloor">How fast the whole foot goes forward against the toes of the other foot, which stand when this one swings.</param>
/// <param name="HeelOverFloor">The same for its heel.</param>
/// <param name="PastBody">How fast its toes go forward against the trunk.</param>
/// <param name="Rising">How fast its centre goes up against the toes of the other foot.</param>
/// <param name="Ahead">How far its heel is ahead of the other one's.</param>
/// <param name="Higher">How much higher its centre is than the other one's.</param>
internal readonly record struct FootMotion(
    TimeSpan At, double OverFloor, double HeelOverFloor, double PastBody, double Rising, double Ahead, double Higher)
{
    public bool IsKnown => !double.IsNaN(OverFloor + HeelOverFloor + PastBody + Rising + Ahead + Higher);

    public static FootMotion Of(in Moment moment, Vector3 trunk, Side side)
    {
        var (rear, front, otherRear, otherFront) = side == Side.Left
            ? (BodyPoint.LeftRear, BodyPoint.LeftFront, BodyPoint.RightRear, BodyPoint.RightFront)
            : (BodyPoint.RightRear, BodyPoint.RightFront, BodyPoint.LeftRear, BodyPoint.LeftFront);
        var (at, v, forward) = (moment.Points, moment.Velocities, moment.Forward);
        var centre = (v[rear] + v[front]) / 2;
        return new FootMotion(
            moment.At,
            Vector3.Dot(centre - v[otherFront], forward),
            Vector3.Dot(v[rear] - v[otherFront], forward),
            Vector3.Dot(v[front] - trunk, forward),
            v[otherFront].Y - centre.Y,
            Vector3.Dot(at[rear] - at[otherRear], forward),
            (at[otherRear].Y + at[otherFront].Y - at[rear].Y - at[front].Y) / 2);
    }
}
