using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Where heel and big toe are, seen from the ankle.</summary>
internal static class FeetShape
{
    private const float HeelRise = -0.75f;
    private const float ToeRise = -0.70f;

    /// <summary>The height of the heel's landmark over the floor when the foot stands flat.</summary>
    public static float HeelHeight(BodySize body) => (1 + HeelRise) * body.AnkleHeight;

    /// <summary>The height of the big toe's landmark then.</summary>
    public static float ToeHeight(BodySize body) => (1 + ToeRise) * body.AnkleHeight;

    public static void Place(BodySize body, Skeleton skeleton)
    {
        var heel = new Vector3(0, HeelRise * body.AnkleHeight, -0.24f * body.FootLength);
        var toe = new Vector3(-0.04f * body.FootLength, ToeRise * body.AnkleHeight, 0.64f * body.FootLength);
        var mirror = new Vector3(-1, 1, 1);
        skeleton[BodyLandmark.LeftHeel] = skeleton[BodyLandmark.LeftAnkle] + Vector3.Transform(heel, skeleton.LeftFoot);
        skeleton[BodyLandmark.LeftFootIndex] = skeleton[BodyLandmark.LeftAnkle] + Vector3.Transform(toe, skeleton.LeftFoot);
        skeleton[BodyLandmark.RightHeel] = skeleton[BodyLandmark.RightAnkle] + Vector3.Transform(heel, skeleton.RightFoot);
        skeleton[BodyLandmark.RightFootIndex] = skeleton[BodyLandmark.RightAnkle] + Vector3.Transform(toe * mirror, skeleton.RightFoot);
    }
}
