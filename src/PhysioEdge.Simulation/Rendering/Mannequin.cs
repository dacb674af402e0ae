using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>Dresses a skeleton: trunk and legs here, head and arms beside it. Radii are fractions of the body's height.</summary>
internal static class Mannequin
{
    private static readonly Rgb Sole = new(150, 152, 150);

    public static void Build(BodySize body, Appearance looks, Skeleton s, PartList parts)
    {
        Trunk(body, looks, s, parts);
        Leg(body, looks, s, parts, Side.Left);
        Leg(body, looks, s, parts, Side.Right);
        MannequinArms.Build(body, looks, s, parts);
        MannequinHead.Build(body, looks, s, parts);
    }

    private static void Trunk(BodySize body, Appearance looks, Skeleton s, PartList parts)
    {
        var wide = new Vector3(1.42f, 1, 1);
        var hips = s.MidHip;
        var spine = Vector3.Transform(body.Trunk * Vector3.UnitY, s.Trunk);
        var front = Vector3.Transform(Vector3.UnitZ, s.Trunk) * body.Girth(0.006f);
        parts.Shaped(hips, body.Girth(0.064f), hips + (0.26f * spine), body.Girth(0.061f), looks.Shorts, wide with { X = 1.5f }, s.Pelvis);
        parts.Shaped(hips + (0.20f * spine), body.Girth(0.0645f), hips + (0.64f * spine) + front, body.Girth(0.068f), looks.Shirt, wide, s.Trunk);
        parts.Shaped(hips + (0.64f * spine) + front, body.Girth(0.068f), hips + (0.90f * spine), body.Girth(0.054f), looks.Shirt, wide, s.Trunk);
        Shoulder(body, looks, s, parts, s[BodyLandmark.LeftShoulder], 1);
        Shoulder(body, looks, s, parts, s[BodyLandmark.RightShoulder], -1);
    }

    /// <summary>The slope from the neck, and the side of the chest up to the armpit.</summary>
    private static void Shoulder(BodySize body, Appearance looks, Skeleton s, PartList parts, Vector3 shoulder, float side)
    {
        Vector3 At(float aside, float up, float ahead) =>
            s.MidHip + Vector3.Transform(new Vector3(side * aside * body.HeightMetres, up * body.Trunk, ahead * body.HeightMetres), s.Trunk);
        parts.Round(At(0.008f, 1.09f, -0.008f), body.Girth(0.034f), shoulder, body.Girth(0.030f), looks.Shirt);
        parts.Round(At(0.020f, 0.94f, -0.004f), body.Girth(0.045f), Mix(At(0.07f, 0.93f, 0), shoulder, 0.6f), body.Girth(0.038f), looks.Shirt);
        parts.Round(Mix(At(0.07f, 0.92f, 0), shoulder, 0.5f), body.Girth(0.038f), At(0.038f, 0.50f, 0.002f), body.Girth(0.053f), looks.Shirt);
    }

    private static void Leg(BodySize body, Appearance looks, Skeleton s, PartList parts, Side side)
    {
        var left = side == Side.Left;
        var hip = s[left ? BodyLandmark.LeftHip : BodyLandmark.RightHip];
        var knee = s[left ? BodyLandmark.LeftKnee : BodyLandmark.RightKnee];
        var ankle = s[left ? BodyLandmark.LeftAnkle : BodyLandmark.RightAnkle];
        var foot = left ? s.LeftFoot : s.RightFoot;
        var (shin, ahead) = (Vector3.Normalize(ankle - knee), Vector3.Transform(Vector3.UnitZ, foot));
        var calf = Vector3.Normalize((Vector3.Dot(ahead, shin) * shin) - ahead) * body.Girth(0.010f);

        parts.Round(hip, body.Girth(0.056f), Mix(hip, knee, 0.62f), body.Girth(0.048f), looks.Shorts);
        if (looks.LongTrousers)
        {
            parts.Round(Mix(hip, knee, 0.5f), body.Girth(0.047f), knee, body.Girth(0.041f), looks.Shorts);
            parts.Round(knee, body.Girth(0.041f), Mix(knee, ankle, 0.92f), body.Girth(0.034f), looks.Shorts);
        }
        else
        {
            BareLeg(body, looks.Skin, parts, (hip, knee, ankle), calf);
        }

        Shoe(body, looks, parts, ankle, foot);
    }

    private static void BareLeg(BodySize body, Rgb skin, PartList parts, (Vector3 Hip, Vector3 Knee, Vector3 Ankle) leg, Vector3 calf)
    {
        var (hip, knee, ankle) = leg;
        parts.Round(Mix(hip, knee, 0.5f), body.Girth(0.0415f), knee, body.Girth(0.033f), skin);
        parts.Round(knee, body.Girth(0.032f), ankle, body.Girth(0.021f), skin);
        parts.Round(Mix(knee, ankle, 0.18f) + (0.6f * calf), body.Girth(0.028f), Mix(knee, ankle, 0.34f) + calf, body.Girth(0.030f), skin);
        parts.Round(Mix(knee, ankle, 0.34f) + calf, body.Girth(0.030f), Mix(knee, ankle, 0.72f), body.Girth(0.023f), skin);
    }

    private static void Shoe(BodySize body, Appearance looks, PartList parts, Vector3 ankle, Quaternion foot)
    {
        Vector3 At(float up, float ahead) => ankle + Vector3.Transform(new Vector3(0, up * body.AnkleHeight, ahead * body.FootLength), foot);
        var unit = body.HeightMetres;
        parts.Round(ankle, body.Girth(0.021f), At(-0.4f, 0.02f), 0.021f * unit, looks.Skin);
        parts.Round(At(-0.22f, -0.05f), 0.0235f * unit, At(-0.42f, -0.08f), 0.0240f * unit, looks.Shoes);
        parts.Round(At(-0.45f, -0.13f), 0.0226f * unit, At(-0.52f, 0.40f), 0.0205f * unit, looks.Shoes);
        parts.Shaped(At(-0.52f, 0.40f), 0.0205f * unit, At(-0.64f, 0.60f), 0.0150f * unit, looks.Shoes, new Vector3(1.35f, 1, 1), foot);
        parts.Round(At(-0.25f, 0.06f), 0.0215f * unit, At(-0.48f, 0.38f), 0.0195f * unit, looks.Shoes);
        parts.Shaped(At(-0.86f, -0.12f), 0.0245f * unit, At(-0.86f, 0.60f), 0.0225f * unit, Sole, new Vector3(1, 0.27f, 1.06f), foot);
    }

    internal static Vector3 Mix(Vector3 from, Vector3 to, float part) => Vector3.Lerp(from, to, part);
}
