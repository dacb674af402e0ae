using System.Numerics;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Accuracy.Identity;

/// <summary>Where a trunk is in a picture, pixels.</summary>
internal readonly record struct TrunkPlace(Vector2 MidHip, Vector2 MidShoulder)
{
    public float Length => (MidShoulder - MidHip).Length();

    public static TrunkPlace Of(in LandmarkSet landmarks) => new(
        (landmarks[BodyLandmark.LeftHip].Pixel + landmarks[BodyLandmark.RightHip].Pixel) / 2,
        (landmarks[BodyLandmark.LeftShoulder].Pixel + landmarks[BodyLandmark.RightShoulder].Pixel) / 2);

    /// <summary>Mean distance of hips and shoulders, pixels.</summary>
    public float DistanceTo(TrunkPlace other) => ((MidHip - other.MidHip).Length() + (MidShoulder - other.MidShoulder).Length()) / 2;
}
