using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>Which way is up in a source's axes, as a body shows it.</summary>
/// <remarks>
/// <para>
/// Who stands or walks, upright, stooped or crouched, keeps the centre of mass over the feet, or would fall: the line from the middle
/// of the feet to it is upright within some 3° on average over half a second. The centre of mass is that of head, arms and trunk
/// (0.678 of the mass, at 0.626 from hip to shoulder) and of the legs (0.322, at 0.447 from hip to ankle; Dempster's values in Winter,
/// Biomechanics and Motor Control of Human Movement, 4th ed., 2009, table 4.1).
/// </para>
/// <para>
/// Who sits does not. There trunk and shanks are taken, which stay within some 20° of upright. Feet alone show it by their soles: up
/// is across the line of the toes and that from foot to foot, and where the ankle is above them.
/// </para>
/// </remarks>
/// <param name="Standing">The sum over the poses on two feet, m.</param>
/// <param name="Sitting">The sum over the other poses, m.</param>
/// <param name="Soles">The sum over all poses of what the feet show.</param>
internal readonly record struct Upright(Vector3 Standing, Vector3 Sitting, Vector3 Soles)
{
    private const float TrunkShare = 0.678f;
    private const float TrunkPlace = 0.626f;
    private const float LegPlace = 0.447f;

    /// <summary>Thigh and shank of somebody who sits are bent by 60° or more; in walking they are by 60° for a moment and of one leg only.</summary>
    private const float SittingCosine = 0.5f;

    /// <summary>A trunk that is bent this much against the line of the legs is sat with, when knees are not known.</summary>
    private const float BentCosine = 0.7f;

    public Upright Add(in LandmarkSet pose)
    {
        var soles = Soles + SolesOf(pose);
        var (hips, shoulders) = (Middle(pose, LeftHip, RightHip), Middle(pose, LeftShoulder, RightShoulder));
        var (knees, ankles) = (Middle(pose, LeftKnee, RightKnee), Middle(pose, LeftAnkle, RightAnkle));
        var feet = MiddleOf(FootOf(pose, Side.Left), FootOf(pose, Side.Right));
        ankles = OrElse(ankles, feet);
        if (float.IsNaN(hips.X + ankles.X) || Sits(hips, shoulders, knees, ankles))
            return this with { Sitting = Sitting + OrNone(shoulders - hips) + OrNone(knees - ankles), Soles = soles };
        var trunk = Vector3.Lerp(hips, OrElse(shoulders, hips), TrunkPlace);
        var mass = Vector3.Lerp(Vector3.Lerp(hips, ankles, LegPlace), trunk, TrunkShare);
        return this with { Standing = Standing + mass - OrElse(feet, ankles), Soles = soles };
    }

    private static bool Sits(Vector3 hips, Vector3 shoulders, Vector3 knees, Vector3 ankles)
        => float.IsNaN(knees.X) ? Cosine(shoulders - hips, hips - ankles) < BentCosine : Cosine(hips - knees, knees - ankles) < SittingCosine;

    private static float Cosine(Vector3 a, Vector3 b) => Vector3.Dot(a, b) / (a.Length() * b.Length());

    private static Vector3 SolesOf(in LandmarkSet pose)
    {
        var toes = OrNone(ToesOf(pose, Side.Left)) + OrNone(ToesOf(pose, Side.Right));
        if (toes == Vector3.Zero)
            return toes;
        toes = Vector3.Normalize(toes);
        var across = OrNone(Vector3.Cross(FootOf(pose, Side.Right) - FootOf(pose, Side.Left), toes));
        var ankles = OrNone(pose[LeftAnkle].World - HeelToToe(pose, Side.Left)) + OrNone(pose[RightAnkle].World - HeelToToe(pose, Side.Right));
        ankles -= toes * Vector3.Dot(ankles, toes);
        return across == Vector3.Zero ? ankles : Vector3.Normalize(Vector3.Dot(across, ankles) < 0 ? -across : across);
    }

    private static Vector3 ToesOf(in LandmarkSet pose, Side side)
    {
        var (ankle, heel, toe) = Of(pose, side);
        return toe - OrElse(heel, ankle);
    }

    private static Vector3 HeelToToe(in LandmarkSet pose, Side side)
    {
        var (_, heel, toe) = Of(pose, side);
        return (heel + toe) / 2;
    }

    /// <summary>The middle of a foot; its ankle where that is all that is known.</summary>
    private static Vector3 FootOf(in LandmarkSet pose, Side side) => OrElse(HeelToToe(pose, side), Of(pose, side).Ankle);

    private static (Vector3 Ankle, Vector3 Heel, Vector3 Toe) Of(in LandmarkSet pose, Side side) => side == Side.Left
        ? (pose[LeftAnkle].World, pose[LeftHeel].World, pose[LeftFootIndex].World)
        : (pose[RightAnkle].World, pose[RightHeel].World, pose[RightFootIndex].World);

    /// <summary>The middle of two landmarks; the one that is known when the other is not.</summary>
    private static Vector3 Middle(in LandmarkSet pose, BodyLandmark left, BodyLandmark right) => MiddleOf(pose[left].World, pose[right].World);

    private static Vector3 MiddleOf(Vector3 left, Vector3 right) => (OrElse(left, right) + OrElse(right, left)) / 2;

    private static Vector3 OrElse(Vector3 value, Vector3 other) => float.IsNaN(value.X) ? other : value;

    private static Vector3 OrNone(Vector3 value) => OrElse(value, Vector3.Zero);
}
