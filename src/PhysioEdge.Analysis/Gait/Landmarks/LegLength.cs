using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>The length of thigh and shank, as the mean of what was seen so far.</summary>
public sealed class LegLength
{
    /// <summary>Of thigh and shank in stature (Drillis and Contini, "Body Segment Parameters", 1966, as printed in Winter, Biomechanics and Motor Control of Human Movement).</summary>
    private const double ShareOfHeight = 0.245 + 0.246;

    /// <summary>A woman's of 1.63 m: better than nothing until a leg is seen.</summary>
    private const double Usual = 0.8;

    private double _sum;
    private long _count;

    /// <summary>Gets the length, m; a usual one until a leg was seen.</summary>
    public double Metres => _count > 0 ? _sum / _count : Usual;

    /// <summary>Gets the height of a body with such legs, m; null until a leg was seen.</summary>
    public double? BodyHeightMetres => _count > 0 ? Metres / ShareOfHeight : null;

    /// <summary>Takes in a pose.</summary>
    /// <param name="landmarks">Positions in metres; NaN where unknown.</param>
    public void Add(in LandmarkSet landmarks)
    {
        Add(landmarks, LeftHip, LeftKnee, LeftAnkle);
        Add(landmarks, RightHip, RightKnee, RightAnkle);
    }

    private void Add(in LandmarkSet pose, BodyLandmark hip, BodyLandmark knee, BodyLandmark ankle)
    {
        var length = Vector3.Distance(pose[hip].World, pose[knee].World) + Vector3.Distance(pose[knee].World, pose[ankle].World);
        if (!(length > 0))
            return;
        _sum += length;
        _count++;
    }
}
