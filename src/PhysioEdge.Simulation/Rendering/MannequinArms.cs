using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>The arms of a mannequin, with sleeves to above the elbow and hands with fingers.</summary>
internal static class MannequinArms
{
    public static void Build(BodySize body, Appearance looks, Skeleton s, PartList parts)
    {
        Arm(body, looks, parts, s[BodyLandmark.LeftShoulder], s[BodyLandmark.LeftElbow], s[BodyLandmark.LeftWrist]);
        Arm(body, looks, parts, s[BodyLandmark.RightShoulder], s[BodyLandmark.RightElbow], s[BodyLandmark.RightWrist]);
        Hand(body, looks, parts, s[BodyLandmark.LeftWrist], s.LeftHand, 1);
        Hand(body, looks, parts, s[BodyLandmark.RightWrist], s.RightHand, -1);
    }

    private static void Arm(BodySize body, Appearance looks, PartList parts, Vector3 shoulder, Vector3 elbow, Vector3 wrist)
    {
        parts.Round(shoulder, body.Girth(0.032f), Vector3.Lerp(shoulder, elbow, 0.58f), body.Girth(0.0305f), looks.Shirt);
        var (colour, cloth) = looks.LongSleeves ? (looks.Shirt, 1.15f) : (looks.Skin, 1);
        parts.Round(Vector3.Lerp(shoulder, elbow, 0.5f), cloth * body.Girth(0.0265f), elbow, cloth * body.Girth(0.0245f), colour);
        parts.Round(elbow, cloth * body.Girth(0.0245f), wrist, cloth * body.Girth(0.0160f), colour);
    }

    private static void Hand(BodySize body, Appearance looks, PartList parts, Vector3 wrist, Quaternion turn, float side)
    {
        var unit = body.Hand;
        Vector3 At(float across, float down, float ahead) => wrist + Vector3.Transform(unit * new Vector3(side * across, -down, ahead), turn);
        parts.Shaped(At(0, 0.05f, 0), 0.14f * unit, At(0, 0.42f, 0), 0.20f * unit, looks.Skin, new Vector3(0.48f, 1, 1), turn);
        parts.Round(At(-0.04f, 0.12f, 0.12f), 0.075f * unit, At(-0.10f, 0.34f, 0.27f), 0.062f * unit, looks.Skin);
        parts.Round(At(-0.10f, 0.34f, 0.27f), 0.062f * unit, At(-0.12f, 0.52f, 0.29f), 0.050f * unit, looks.Skin);
        for (var finger = 0; finger < 4; finger++)
        {
            var ahead = 0.15f - (0.105f * finger);
            var tip = 0.93f - (0.04f * MathF.Abs(finger - 1.3f) * (finger - 0.3f));
            parts.Round(At(0, 0.50f, ahead), 0.054f * unit, At(-0.05f, 0.74f, ahead * 1.02f), 0.050f * unit, looks.Skin);
            parts.Round(At(-0.05f, 0.74f, ahead * 1.02f), 0.050f * unit, At(-0.13f, tip, ahead * 0.95f), 0.042f * unit, looks.Skin);
        }
    }
}
