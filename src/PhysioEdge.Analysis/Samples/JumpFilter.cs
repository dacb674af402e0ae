using System.Numerics;
using PhysioEdge.Analysis.JointAngles;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Samples;

/// <summary>
/// Takes out what a pose model gets wrong for single pictures, most of all where a limb or a passer-by crosses: each coordinate in the
/// world, and each angle, becomes the median of its own and of those in the pictures before and after, and a pose that no body can take is left out.
/// (Source: Tukey, Exploratory Data Analysis, 1977, running medians of three.)
/// </summary>
/// <remarks>What comes out is the pose of the picture before, for what follows has to be known. Pictures beside one without a pose stay as they are.</remarks>
public sealed class JumpFilter
{
    /// <summary>A foot that is higher than the other by more of a leg's length would be above the hip: no exercise asks for it.</summary>
    private const float HighestFoot = 0.9f;

    private PoseFrame _before;
    private PoseFrame _middle;
    private int _count;

    /// <summary>Takes in the next pose.</summary>
    /// <param name="next">The pose; times increase from call to call.</param>
    /// <param name="settled">The one before it, with its own time, without jumps.</param>
    /// <returns>False when nothing comes out: for the first pose, and for one that no body can take.</returns>
    public bool Add(in PoseFrame next, out PoseFrame settled)
    {
        settled = _middle;
        if (next.HasPose && IsImpossible(next.InSpace))
            return false;
        if (_count == 2 && _before.HasPose && _middle.HasPose && next.HasPose)
            settled = Settled(_before, _middle, next);
        var any = _count > 0;
        (_before, _middle, _count) = (_middle, next, any ? 2 : 1);
        return any;
    }

    /// <summary>Ends the stream.</summary>
    /// <param name="last">The last pose, as it came.</param>
    /// <returns>False when there was none.</returns>
    public bool Finish(out PoseFrame last)
    {
        last = _middle;
        var any = _count > 0;
        _count = 0;
        return any;
    }

    private static bool IsImpossible(in LandmarkSet pose)
    {
        var left = Leg(pose, LeftHip, LeftKnee, LeftAnkle);
        var right = Leg(pose, RightHip, RightKnee, RightAnkle);
        return Math.Abs(pose[LeftAnkle].World.Y - pose[RightAnkle].World.Y) > HighestFoot * Math.Max(left, right);
    }

    private static PoseFrame Settled(in PoseFrame before, in PoseFrame middle, in PoseFrame next)
    {
        var settled = middle with { Raw = Median(before.Raw, middle.Raw, next.Raw) };
        return (before.Body, middle.Body, next.Body) is ({ } a, { } b, { } c)
            ? settled with { Body = b with { Landmarks = Median(a.Landmarks, b.Landmarks, c.Landmarks), Angles = Median(a.Angles, b.Angles, c.Angles) } }
            : settled;
    }

    private static AngleSet Median(in AngleSet before, in AngleSet middle, in AngleSet next)
    {
        var median = middle;
        for (var i = 0; i < AngleSet.Count; i++)
        {
            var (a, b, c) = (before[i], middle[i], next[i]);
            median[i] = (a.Degrees <= b.Degrees) == (b.Degrees <= c.Degrees) ? b : (a.Degrees <= b.Degrees) == (c.Degrees <= a.Degrees) ? a : c;
        }

        return median;
    }

    private static float Leg(in LandmarkSet pose, BodyLandmark hip, BodyLandmark knee, BodyLandmark ankle)
        => Vector3.Distance(pose[hip].World, pose[knee].World) + Vector3.Distance(pose[knee].World, pose[ankle].World);

    private static LandmarkSet Median(in LandmarkSet before, in LandmarkSet middle, in LandmarkSet next)
    {
        var median = middle;
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var (a, b, c) = (before[i].World, middle[i].World, next[i].World);
            median[i] = middle[i] with { World = Vector3.Max(Vector3.Min(a, b), Vector3.Min(Vector3.Max(a, b), c)) };
        }

        return median;
    }
}
