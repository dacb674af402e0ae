using System.Numerics;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Inverse kinematics: the leg angles with which a foot is where it should be, below a pelvis that is placed.</summary>
internal static class LegReach
{
    /// <summary>A foot standing where it does at rest.</summary>
    public static FootPlace AtHome(BodySize body, float side) =>
        new(new Vector3(side * body.StanceWidth / 2, body.AnkleHeight, 0), 0, side * Kinematics.ToeOutDegrees);

    /// <summary>The hip joint of a side: 1 for left, −1 for right.</summary>
    public static Vector3 Hip(BodySize body, in PelvisPosture pelvis, float side)
    {
        var turn = Angle.AboutY(pelvis.TurnDegrees) * Angle.AboutZ(pelvis.HikeDegrees);
        return pelvis.MidHipMetres + Vector3.Transform(side * body.HipSpacing / 2 * Vector3.UnitX, turn);
    }

    /// <summary>The angles of that side's leg; where the foot is out of reach, those of the straight leg that points to it.</summary>
    public static LegPosture Find(BodySize body, in PelvisPosture pelvis, float leanDegrees, float side, in FootPlace foot)
    {
        var way = Vector3.Transform(foot.Ankle - Hip(body, pelvis, side), Angle.AboutY(-foot.HeadingDegrees));
        var down = MathF.Sqrt((way.X * way.X) + (way.Y * way.Y));
        var reach = MathF.Min(MathF.Sqrt((down * down) + (way.Z * way.Z)), body.Thigh + body.Shank);
        var (thigh, shank) = (body.Thigh * body.Thigh, body.Shank * body.Shank);
        var knee = 180 - Corner((thigh + shank - (reach * reach)) / (2 * body.Thigh * body.Shank));
        var thighForward = Angle.Degrees(Math.Atan2(way.Z, down))
            + Corner((thigh + (reach * reach) - shank) / (2 * body.Thigh * reach));
        return new LegPosture(
            thighForward + leanDegrees,
            side * Angle.Degrees(Math.Atan2(way.X, -way.Y)),
            knee,
            foot.PitchDegrees - thighForward + knee)
        {
            OutwardTurnDegrees = (side * foot.HeadingDegrees) - Kinematics.ToeOutDegrees,
        };
    }

    /// <summary>The height of mid-hip at which that side's knee is flexed by so much with the foot where it is.</summary>
    public static float HipHeight(BodySize body, in PelvisPosture pelvis, float side, in FootPlace foot, float kneeDegrees)
    {
        var hip = Hip(body, pelvis with { MidHipMetres = pelvis.MidHipMetres with { Y = 0 } }, side);
        var level = (hip - foot.Ankle) with { Y = 0 };
        var reach = (body.Thigh * body.Thigh) + (body.Shank * body.Shank) + (2 * body.Thigh * body.Shank * MathF.Cos(Angle.Radians(kneeDegrees)));
        return foot.Ankle.Y + MathF.Sqrt(reach - level.LengthSquared()) - hip.Y;
    }

    private static float Corner(float cosine) => Angle.Degrees(Math.Acos(Math.Clamp(cosine, -1, 1)));
}
