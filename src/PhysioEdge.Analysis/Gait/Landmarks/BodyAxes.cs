using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// From the axes of any source of landmarks to those of the house: x level, y down, z level. The origin stays the source's.
/// </summary>
/// <remarks>
/// Upright is where the trunk and the shanks point on average, for they stay within some 20° of it in standing, walking and sitting
/// alike. Sources have one of their axes upright or nearly so; that axis is taken where it is within <see cref="SnapDegrees"/>, for
/// it is exact and the body's lean is not. Feet point forward: if they would point backward, the source's axes are left-handed.
/// </remarks>
internal readonly struct BodyAxes
{
    /// <summary>More than a trunk and two shanks lean on average over half a second.</summary>
    private const float SnapDegrees = 25;

    private static readonly float SnapCosine = MathF.Cos(SnapDegrees * MathF.PI / 180);

    private readonly Vector3 _x;
    private readonly Vector3 _down;
    private readonly Vector3 _z;

    private BodyAxes(Vector3 up, bool leftHanded)
    {
        var across = MathF.Abs(up.X) < 0.8f ? Vector3.UnitX : Vector3.UnitZ;
        _down = -up;
        _x = Vector3.Normalize(across - (Vector3.Dot(across, up) * up));
        _z = leftHanded ? -Vector3.Cross(_x, _down) : Vector3.Cross(_x, _down);
    }

    /// <summary>The axes that a body shows.</summary>
    /// <param name="poses">Some poses in the source's axes; what is unknown is NaN.</param>
    /// <returns>The axes; null when the poses do not show what is up.</returns>
    public static BodyAxes? Of(IEnumerable<LandmarkSet> poses)
    {
        var (upright, handedness) = (Vector3.Zero, 0f);
        foreach (var pose in poses)
            upright += Upright(pose);
        if (upright.LengthSquared() == 0)
            return null;

        var up = Snapped(Vector3.Normalize(upright));
        foreach (var pose in poses)
            handedness += Handedness(pose, up);
        return new BodyAxes(up, handedness < 0);
    }

    /// <summary>Turns a pose.</summary>
    public LandmarkSet Turn(in LandmarkSet pose)
    {
        var turned = pose;
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var at = pose[i].World;
            turned[i] = pose[i] with { World = new Vector3(Vector3.Dot(at, _x), Vector3.Dot(at, _down), Vector3.Dot(at, _z)) };
        }

        return turned;
    }

    private static Vector3 Upright(in LandmarkSet pose)
    {
        var trunk = Middle(pose, LeftShoulder, RightShoulder) - Middle(pose, LeftHip, RightHip);
        var legs = Middle(pose, LeftKnee, RightKnee) - Middle(pose, LeftAnkle, RightAnkle);
        var sum = OrNone(trunk) + OrNone(legs);
        return sum != Vector3.Zero ? sum : OrNone(Middle(pose, LeftHip, RightHip) - Middle(pose, LeftAnkle, RightAnkle));
    }

    private static float Handedness(in LandmarkSet pose, Vector3 up)
    {
        var forward = Vector3.Cross(up, OrNone(pose[RightHip].World - pose[LeftHip].World) + OrNone(pose[RightShoulder].World - pose[LeftShoulder].World));
        var feet = OrNone(pose[LeftFootIndex].World - pose[LeftAnkle].World) + OrNone(pose[RightFootIndex].World - pose[RightAnkle].World);
        return Vector3.Dot(forward, feet);
    }

    private static Vector3 Snapped(Vector3 up)
    {
        var sizes = Vector3.Abs(up);
        var axis = sizes.X > sizes.Y && sizes.X > sizes.Z ? Vector3.UnitX : sizes.Y > sizes.Z ? Vector3.UnitY : Vector3.UnitZ;
        var share = Vector3.Dot(up, axis);
        return MathF.Abs(share) >= SnapCosine ? MathF.Sign(share) * axis : up;
    }

    /// <summary>The middle of two landmarks; the one that is known when the other is not.</summary>
    private static Vector3 Middle(in LandmarkSet pose, BodyLandmark left, BodyLandmark right)
    {
        var (l, r) = (pose[left].World, pose[right].World);
        return float.IsNaN(l.X) ? r : float.IsNaN(r.X) ? l : (l + r) / 2;
    }

    private static Vector3 OrNone(Vector3 value) => float.IsNaN(value.X) ? Vector3.Zero : value;
}
