using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>
/// What geometry alone makes of the landmarks: tried on the way to the lifter, and measured again with every report, to show what
/// learning brings beyond it. Nothing of it is in the product.
/// </summary>
internal sealed class GeometricPose
{
    private static readonly (BodyLandmark From, BodyLandmark To)[] Bones =
    [
        (LeftHip, LeftShoulder), (RightHip, RightShoulder), (LeftHip, LeftKnee), (RightHip, RightKnee), (LeftKnee, LeftAnkle), (RightKnee, RightAnkle),
        (LeftAnkle, LeftFootIndex), (RightAnkle, RightFootIndex),
    ];

    private readonly float[] _longest = new float[Bones.Length];

    /// <summary>Width and height from the picture, scaled to metres; depth from the pose model.</summary>
    public static PoseFrame PictureAndDepth(PoseFrame pose)
    {
        var (scale, raw) = (MetresPerPixel(pose.Raw), pose.Raw);
        for (var i = 0; i < LandmarkSet.Count; i++)
            raw[i] = raw[i] with { World = new Vector3(scale * raw[i].Pixel, raw[i].World.Z) };
        return pose with { Raw = raw, Body = null };
    }

    /// <summary>
    /// The same, but with limbs that are as long as the longest that they have looked so far: what one looks shorter now, it points at
    /// the camera or away from it, as the pose model says (Taylor, "Reconstruction of articulated objects from point correspondences in a
    /// single uncalibrated image", CVPR 2000).
    /// </summary>
    public PoseFrame FixedLimbs(PoseFrame pose)
    {
        var (scale, raw) = (MetresPerPixel(pose.Raw), PictureAndDepth(pose).Raw);
        for (var i = 0; i < Bones.Length; i++)
        {
            var (from, to) = Bones[i];
            var flat = scale * (pose.Raw[to].Pixel - pose.Raw[from].Pixel);
            _longest[i] = MathF.Max(_longest[i], flat.Length());
            var depth = MathF.Sqrt(MathF.Max(0, (_longest[i] * _longest[i]) - flat.LengthSquared()));
            var sign = MathF.Sign(pose.Raw[to].World.Z - pose.Raw[from].World.Z);
            raw[to] = raw[to] with { World = raw[from].World + new Vector3(flat, sign * depth) };
        }

        return pose with { Raw = raw, Body = null };
    }

    private static float MetresPerPixel(in LandmarkSet pose)
    {
        var (metres, pixels) = (0f, 0f);
        foreach (var (from, to) in Bones)
        {
            var world = pose[to].World - pose[from].World;
            metres += new Vector2(world.X, world.Y).Length();
            pixels += Vector2.Distance(pose[to].Pixel, pose[from].Pixel);
        }

        return metres / MathF.Max(pixels, 1);
    }
}
