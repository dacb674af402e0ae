using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// Picks the points from the landmarks. Heel and foot index make the best foot; the ankle stands in for one that the source does not
/// have, but not for one that it has lost for a moment, which would look like a movement.
/// </summary>
internal sealed class BodyPointReader
{
    private bool _hasHeels;
    private bool _hasToes;

    public BodyPoints Read(in LandmarkSet pose)
    {
        _hasHeels |= IsKnown(pose, LeftHeel) || IsKnown(pose, RightHeel);
        _hasToes |= IsKnown(pose, LeftFootIndex) || IsKnown(pose, RightFootIndex);
        var points = default(BodyPoints);
        points[BodyPoint.LeftRear] = pose[_hasHeels ? LeftHeel : LeftAnkle].World;
        points[BodyPoint.RightRear] = pose[_hasHeels ? RightHeel : RightAnkle].World;
        points[BodyPoint.LeftFront] = pose[_hasToes ? LeftFootIndex : LeftAnkle].World;
        points[BodyPoint.RightFront] = pose[_hasToes ? RightFootIndex : RightAnkle].World;
        points[BodyPoint.LeftHip] = pose[LeftHip].World;
        points[BodyPoint.RightHip] = pose[RightHip].World;
        points[BodyPoint.LeftShoulder] = pose[LeftShoulder].World;
        points[BodyPoint.RightShoulder] = pose[RightShoulder].World;
        return points;
    }

    private static bool IsKnown(in LandmarkSet pose, BodyLandmark landmark) => !float.IsNaN(pose[landmark].World.X);
}
