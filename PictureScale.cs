using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// How long a pixel is at the body: trunk, thigh and shank look longest when they lie in the plane of the picture, so what counts is
/// the longest seen, which fades, because people walk away.
/// </summary>
internal sealed class PictureScale
{
    /// <summary>Trunk, thigh and shank of somebody 1.68 m tall.</summary>
    private const float BodyMetres = 1.31f;

    private const double HalfLifeSeconds = 4;

    private float _longest;
    private TimeSpan? _last;

    /// <summary>Takes in the next pose.</summary>
    /// <returns>Metres per pixel for a body 1.68 m tall.</returns>
    public float Add(TimeSpan at, in LandmarkSet pose)
    {
        if (_last is { } last)
            _longest *= (float)Math.Pow(0.5, (at - last).TotalSeconds / HalfLifeSeconds);
        _last = at;
        var trunk = Vector2.Distance(pose[LeftShoulder].Pixel + pose[RightShoulder].Pixel, pose[LeftHip].Pixel + pose[RightHip].Pixel);
        var legs = Leg(pose, LeftHip, LeftKnee, LeftAnkle) + Leg(pose, RightHip, RightKnee, RightAnkle);
        _longest = Math.Max(Math.Max(_longest, (trunk + legs) / 2), 1);
        return BodyMetres / _longest;
    }

    public void Reset() => (_longest, _last) = (0, null);

    private static float Leg(in LandmarkSet pose, BodyLandmark hip, BodyLandmark knee, BodyLandmark ankle)
        => Vector2.Distance(pose[hip].Pixel, pose[knee].Pixel) + Vector2.Distance(pose[knee].Pixel, pose[ankle].Pixel);

}
