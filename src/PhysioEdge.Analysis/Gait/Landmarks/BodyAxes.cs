using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// From the axes of any source of landmarks to those of the house: x level, y down, z level. The origin stays the source's.
/// </summary>
/// <remarks>
/// Which way is up: <see cref="Upright"/>. Sources have one of their axes upright or nearly so; that axis is taken where it is closer than
/// the body can tell, for it is exact and the body's lean is not. A camera that is tilted by more is put upright by the body.
/// Feet point forward: if they would point backward, the source's axes are left-handed.
/// </remarks>
internal readonly struct BodyAxes
{
    /// <summary>More than the line to the centre of mass leans on average over half a second; a tilt of so much makes lengths 1 % shorter.</summary>
    private const float StandingSnapDegrees = 8;

    /// <summary>More than a trunk and two shanks lean on average over half a second.</summary>
    private const float SittingSnapDegrees = 25;

    /// <summary>More than the soles are tilted by heels that rise, on average over half a second.</summary>
    private const float SolesSnapDegrees = 40;

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
        var (upright, handedness) = (default(Upright), 0f);
        foreach (var pose in poses)
            upright = upright.Add(pose);
        if (UpOf(upright) is not { } up)
            return null;

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

    /// <summary>What most of the poses show.</summary>
    private static Vector3? UpOf(in Upright body)
        => body.Standing.LengthSquared() > body.Sitting.LengthSquared() ? Snapped(body.Standing, StandingSnapDegrees)
            : body.Sitting != Vector3.Zero ? Snapped(body.Sitting, SittingSnapDegrees)
            : body.Soles != Vector3.Zero ? Snapped(body.Soles, SolesSnapDegrees)
            : null;

    private static float Handedness(in LandmarkSet pose, Vector3 up)
    {
        var right = OrNone(pose[RightHip].World - pose[LeftHip].World) + OrNone(pose[RightShoulder].World - pose[LeftShoulder].World);
        if (right == Vector3.Zero)
            right = OrNone(pose[RightFootIndex].World - pose[LeftFootIndex].World);
        var forward = Vector3.Cross(up, right);
        var feet = Toes(pose, LeftAnkle, LeftHeel, LeftFootIndex) + Toes(pose, RightAnkle, RightHeel, RightFootIndex);
        return Vector3.Dot(forward, feet);
    }

    private static Vector3 Toes(in LandmarkSet pose, BodyLandmark ankle, BodyLandmark heel, BodyLandmark toe)
        => OrNone(pose[toe].World - (float.IsNaN(pose[ankle].World.X) ? pose[heel] : pose[ankle]).World);

    private static Vector3 Snapped(Vector3 up, float degrees)
    {
        up = Vector3.Normalize(up);
        var sizes = Vector3.Abs(up);
        var axis = sizes.X > sizes.Y && sizes.X > sizes.Z ? Vector3.UnitX : sizes.Y > sizes.Z ? Vector3.UnitY : Vector3.UnitZ;
        var share = Vector3.Dot(up, axis);
        return MathF.Abs(share) >= MathF.Cos(float.DegreesToRadians(degrees)) ? MathF.Sign(share) * axis : up;
    }

    private static Vector3 OrNone(Vector3 value) => float.IsNaN(value.X) ? Vector3.Zero : value;
}
