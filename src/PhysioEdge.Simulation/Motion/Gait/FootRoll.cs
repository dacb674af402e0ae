using System.Numerics;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>
/// How a foot rolls over the floor and swings through the air. While it is on the floor it turns about its heel, is flat, then
/// turns about its tip; in the swing its tip is led closely over the floor.
/// </summary>
/// <remarks>
/// Sagittal angle of the foot and clearance of the toes after Winter, "The Biomechanics and Motor Control of Human Gait" (1991),
/// and Perry and Burnfield, "Gait Analysis" (2010): contact with the toes 20° up, flat by 8 % of the stride, heel off at 31 %, 1–2 cm
/// of clearance in mid-swing. Deviation: the shoe does not bend at the toes but turns about its tip, so that 42° at toe-off lift the
/// ankle as high as some 60° would.
/// </remarks>
internal static class FootRoll
{
    public const float ContactPitch = 20;
    public const float ToeOffPitch = -42;

    /// <summary>In parts of the time between two contacts, half a stride.</summary>
    public const float FlatFrom = 0.16f;
    public const float HeelOff = 0.62f;

    /// <summary>
    /// How fast the foot still goes forward when it lands, in parts of its mean speed in the swing: 0.87 m/s in natural walking (Winter,
    /// "Foot trajectory in human gait", 1992), whose swings of 1.4 m last 0.4 s.
    /// </summary>
    private const float LandingSpeed = 0.25f;

    private static readonly KeyedCurve SwingPush = new([0, 0.12f, 0.34f, 0.60f, 0.87f, 1], [1, 1.30f, 1.00f, 0.20f, 0, 0]);
    private static readonly KeyedCurve SwingLand = new([0, 0.34f, 0.60f, 0.87f, 1], [0, 0, 0.25f, 1.1f, 1]);
    private static readonly KeyedCurve Clearance = new([0, 0.2f, 0.5f, 0.85f, 1], [0, 0.020f, 0.012f, 0.018f, 0]);

    /// <summary>The pitch of a foot that landed long ago in parts of a step, and leaves the floor at <paramref name="toeOff"/>.</summary>
    public static float StancePitch(float since, float toeOff, float landing, float push)
    {
        if (since < FlatFrom)
            return landing * ContactPitch * (1 - MinimumJerk.At(since / FlatFrom));
        var rolled = Math.Clamp((since - HeelOff) / (toeOff - HeelOff), 0, 1);
        return push * ToeOffPitch * MathF.Pow(rolled, 3f);
    }

    /// <summary>A foot on the floor, turned about whichever end is down.</summary>
    public static FootPlace OnFloor(BodySize body, in Footprint print, float pitch)
    {
        var pivot = pitch > 0 ? Heel(body) : Tip(body);
        return Turned(print.Place + (body.AnkleHeight * Vector3.UnitY) + Aim(pivot, print.HeadingDegrees), pivot, pitch, print.HeadingDegrees);
    }

    /// <summary>A foot in the air, at a part of its swing.</summary>
    public static FootPlace InAir(BodySize body, in Footprint from, in Footprint to, float part, float landing, float push)
    {
        var (tip, heel) = (Tip(body), Heel(body));
        var start = from.Place + Aim(tip, from.HeadingDegrees);
        var contact = landing * ContactPitch;
        var end = to.Place + (body.AnkleHeight * Vector3.UnitY) + Aim(heel, to.HeadingDegrees)
            + Aim(Pitched(tip - heel, contact), to.HeadingDegrees);
        var smooth = part * part * (3 - (2 * part) - (LandingSpeed * (1 - part)));
        var heading = from.HeadingDegrees + (smooth * (to.HeadingDegrees - from.HeadingDegrees));
        var place = Vector3.Lerp(start + (body.AnkleHeight * Vector3.UnitY), end, smooth);
        var height = (end.Y * SwingLand[part]) + (body.HeightMetres * Clearance[part]);
        var pitch = (push * ToeOffPitch * SwingPush[part]) + (contact * SwingLand[part]);
        return Turned(place with { Y = MathF.Max(0, height) }, tip, pitch, heading);
    }

    private static FootPlace Turned(Vector3 pivotPlace, Vector3 pivot, float pitch, float heading) =>
        new(pivotPlace - Aim(Pitched(pivot, pitch), heading), pitch, heading);

    private static Vector3 Heel(BodySize body) => new(0, -body.AnkleHeight, -0.20f * body.FootLength);

    private static Vector3 Tip(BodySize body) => new(0, -body.AnkleHeight, 0.66f * body.FootLength);

    private static Vector3 Pitched(Vector3 point, float pitch) => Vector3.Transform(point, Angle.AboutX(-pitch));

    private static Vector3 Aim(Vector3 point, float heading) => Vector3.Transform(point, Angle.AboutY(heading));
}
