using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Where the face is on the head: offsets from its centre in heights of the head; x to the left, y up, z forward.</summary>
internal static class HeadShape
{
    /// <summary>From mid-shoulder to the base of the neck's turn, and from there to the centre of the head, in heads.</summary>
    private static readonly Vector3 NeckFromShoulders = new(0, 0.30f, -0.05f);

    private static readonly Vector3 CentreFromNeck = new(0, 0.60f, 0.14f);

    private static readonly (BodyLandmark Left, BodyLandmark Right, Vector3 Offset)[] Pairs =
    [
        (BodyLandmark.LeftEyeInner, BodyLandmark.RightEyeInner, new(0.080f, 0.035f, 0.41f)),
        (BodyLandmark.LeftEye, BodyLandmark.RightEye, new(0.140f, 0.035f, 0.40f)),
        (BodyLandmark.LeftEyeOuter, BodyLandmark.RightEyeOuter, new(0.200f, 0.030f, 0.36f)),
        (BodyLandmark.LeftEar, BodyLandmark.RightEar, new(0.350f, -0.03f, -0.02f)),
        (BodyLandmark.MouthLeft, BodyLandmark.MouthRight, new(0.105f, -0.270f, 0.38f)),
    ];

    public static void Place(BodySize body, Skeleton skeleton)
    {
        var unit = body.HeadHeight;
        var neck = skeleton.MidShoulder + Vector3.Transform(unit * NeckFromShoulders, skeleton.Trunk);
        skeleton.HeadCentre = neck + Vector3.Transform(unit * CentreFromNeck, skeleton.Head);
        skeleton[BodyLandmark.Nose] = OnHead(skeleton, unit * new Vector3(0, -0.10f, 0.52f));
        foreach (var (left, right, offset) in Pairs)
        {
            skeleton[left] = OnHead(skeleton, unit * offset);
            skeleton[right] = OnHead(skeleton, unit * (offset with { X = -offset.X }));
        }
    }

    private static Vector3 OnHead(Skeleton skeleton, Vector3 offset) => skeleton.HeadCentre + Vector3.Transform(offset, skeleton.Head);
}
