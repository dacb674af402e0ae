using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Captures;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Training.Motions;

/// <summary>A stretch of a recorded movement: faster or slower, as in a mirror or not, and with more or less of it in each joint.</summary>
internal sealed class CapturedMotion : IMotion
{
    private readonly ICapture _capture;
    private readonly double _start;
    private readonly double _speed;
    private readonly bool _mirrored;
    private readonly Quaternion _facing;
    private readonly Vector3 _from;

    public CapturedMotion(IReadOnlyList<ICapture> captures, SeededNumbers n, double seconds)
    {
        _capture = n.Pick(captures).Varied(n);
        _speed = n.Between(0.7f, 1.3f);
        _mirrored = n.Chance(0.5f);
        Seconds = Math.Min(seconds, _capture.Seconds / _speed);
        _start = n.Between(0f, (float)((_capture.Seconds / _speed) - Seconds));
        var skeleton = new Skeleton();
        _capture.Pose((_start + (Seconds / 2)) * _speed, skeleton);
        _from = skeleton.MidHip with { Y = 0 };
        var left = skeleton[LeftHip] - skeleton[RightHip];
        _facing = Angle.AboutY(Angle.Degrees(Math.Atan2(left.Z, left.X)));
    }

    public double Seconds { get; }

    public IReadOnlyList<GaitEvent>? Steps => null;

    public void Pose(double seconds, Skeleton skeleton)
    {
        _capture.Pose((_start + seconds) * _speed, skeleton);
        for (var i = 0; i < LandmarkSet.Count; i++)
            skeleton[(BodyLandmark)i] = Vector3.Transform(skeleton[(BodyLandmark)i] - _from, _facing);
        if (_mirrored)
            Mirror(skeleton);
    }

    private static void Mirror(Skeleton s)
    {
        foreach (var (left, right) in Pairs)
            (s[left], s[right]) = (s[right] * new Vector3(-1, 1, 1), s[left] * new Vector3(-1, 1, 1));
        s[Nose] *= new Vector3(-1, 1, 1);
    }

    private static readonly (BodyLandmark Left, BodyLandmark Right)[] Pairs =
    [
        (LeftEar, RightEar), (LeftShoulder, RightShoulder), (LeftElbow, RightElbow), (LeftWrist, RightWrist), (LeftHip, RightHip),
        (LeftKnee, RightKnee), (LeftAnkle, RightAnkle), (LeftHeel, RightHeel), (LeftFootIndex, RightFootIndex),
    ];
}
