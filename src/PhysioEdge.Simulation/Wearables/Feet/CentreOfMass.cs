using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>Where the centre of mass of a body is.</summary>
/// <remarks>
/// Masses of the segments and their centres: Winter, "Biomechanics and Motor Control of Human Movement", table 4.1 (after Dempster).
/// Deviation: the head's centre is that of the picture, and forearm and hand are one piece that ends at the wrist.
/// </remarks>
internal static class CentreOfMass
{
    private const float Head = 0.081f;
    private const float Trunk = 0.497f;
    private const float Foot = 0.0145f;

    private static readonly (BodyLandmark From, BodyLandmark To, float Mass, float Centre)[] Limbs =
    [
        (BodyLandmark.LeftShoulder, BodyLandmark.LeftElbow, 0.028f, 0.436f),
        (BodyLandmark.RightShoulder, BodyLandmark.RightElbow, 0.028f, 0.436f),
        (BodyLandmark.LeftElbow, BodyLandmark.LeftWrist, 0.022f, 0.682f),
        (BodyLandmark.RightElbow, BodyLandmark.RightWrist, 0.022f, 0.682f),
        (BodyLandmark.LeftHip, BodyLandmark.LeftKnee, 0.100f, 0.433f),
        (BodyLandmark.RightHip, BodyLandmark.RightKnee, 0.100f, 0.433f),
        (BodyLandmark.LeftKnee, BodyLandmark.LeftAnkle, 0.0465f, 0.433f),
        (BodyLandmark.RightKnee, BodyLandmark.RightAnkle, 0.0465f, 0.433f),
        (BodyLandmark.LeftHeel, BodyLandmark.LeftFootIndex, Foot, 0.5f),
        (BodyLandmark.RightHeel, BodyLandmark.RightFootIndex, Foot, 0.5f),
    ];

    public static Vector3 Of(Skeleton skeleton)
    {
        var sum = (Head * skeleton.HeadCentre) + (Trunk / 2 * (skeleton.MidHip + skeleton.MidShoulder));
        foreach (var (from, to, mass, centre) in Limbs)
            sum += mass * Vector3.Lerp(skeleton[from], skeleton[to], centre);
        return sum;
    }
}
