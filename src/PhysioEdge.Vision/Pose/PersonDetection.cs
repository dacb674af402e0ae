using System.Numerics;

namespace PhysioEdge.Vision.Pose;

/// <summary>A person that the detector found.</summary>
/// <param name="Score">How sure it is, 0–1.</param>
/// <param name="MidHip">The middle of the hips, in pixels.</param>
/// <param name="OnCircle">The point above it on the circle around the whole body, in pixels.</param>
internal readonly record struct PersonDetection(float Score, Vector2 MidHip, Vector2 OnCircle)
{
    public BodyRegion Region => BodyRegion.FromAlignment(MidHip, OnCircle);
}
