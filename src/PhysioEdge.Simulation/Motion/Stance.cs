using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Finds the leg angles with which both soles stay flat in their places while the knees bend as asked.</summary>
internal static class Stance
{
    /// <summary>Both legs, with the ankles that far in front of the hips.</summary>
    public static (LegPosture Left, LegPosture Right) Plant(
        BodySize body, float leftKneeDegrees, float rightKneeDegrees, float leanDegrees, float ankleAheadMetres) =>
        (PlantLeg(body, leftKneeDegrees, leanDegrees, ankleAheadMetres), PlantLeg(body, rightKneeDegrees, leanDegrees, ankleAheadMetres));

    private static LegPosture PlantLeg(BodySize body, float kneeDegrees, float leanDegrees, float ankleAhead)
    {
        var knee = Angle.Radians(kneeDegrees);
        var (along, across) = (body.Thigh + (body.Shank * MathF.Cos(knee)), body.Shank * MathF.Sin(knee));
        var reach = MathF.Sqrt((along * along) + (across * across));
        var lineForward = Angle.Degrees(MathF.Asin(ankleAhead / reach));
        var thighForward = lineForward + Angle.Degrees(MathF.Atan2(across, along));
        var drop = MathF.Sqrt((reach * reach) - (ankleAhead * ankleAhead));
        return new LegPosture(
            thighForward + leanDegrees, Abduction(body, ankleAhead, drop), kneeDegrees, kneeDegrees - thighForward);
    }

    private static float Abduction(BodySize body, float ankleAhead, float drop)
    {
        var (sin, cos) = MathF.SinCos(Angle.Radians(Kinematics.ToeOutDegrees));
        var aside = (body.StanceWidth - body.HipSpacing) / 2;
        return Angle.Degrees(MathF.Asin((aside - (ankleAhead * sin)) / (drop * cos)));
    }
}
