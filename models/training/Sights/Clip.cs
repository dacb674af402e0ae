using System.Numerics;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Captures;
using PhysioEdge.Training.Motions;
using PhysioEdge.Vision.Lifting;

namespace PhysioEdge.Training.Sights;

/// <summary>A few seconds of a made-up body: where each landmark of the lifter is in the room at each of 30 moments a second; y up, metres.</summary>
internal sealed class Clip
{
    public const int Frames = 180;
    public const double FramesPerSecond = 30;

    private readonly Vector3[] _points;
    private readonly SwingTruth _swings;

    private Clip(Vector3[] points, SwingTruth swings, int length) => (_points, _swings, Length) = (points, swings, length);

    /// <summary>Gets how many frames of it are movement; at the rest the body is as at the last of them.</summary>
    public int Length { get; }

    public ReadOnlySpan<Vector3> At(int frame) => _points.AsSpan(frame * LiftedLandmarks.Count, LiftedLandmarks.Count);

    /// <summary>Whether a foot swings, see <see cref="SwingTruth.At"/>.</summary>
    public float SwingAt(int frame, int foot) => _swings.At(foot, frame / FramesPerSecond, 1 / FramesPerSecond);

    public static Clip Make(CaptureLibrary captures, int seed)
    {
        var numbers = new SeededNumbers(unchecked((seed * 7919) + 13));
        var motion = MotionMaker.Make(captures, numbers, Frames / FramesPerSecond);
        var (proportions, skeleton, points) = (new Proportions(numbers), new Skeleton(), new Vector3[Frames * LiftedLandmarks.Count]);
        for (var frame = 0; frame < Frames; frame++)
        {
            motion.Pose(Math.Min(frame / FramesPerSecond, motion.Seconds), skeleton);
            proportions.Apply(skeleton);
            for (var i = 0; i < LiftedLandmarks.Count; i++)
                points[(frame * LiftedLandmarks.Count) + i] = skeleton[LiftedLandmarks.All[i]];
        }

        return new Clip(points, SwingTruth.Of(motion), Math.Clamp((int)(motion.Seconds * FramesPerSecond), 1, Frames));
    }
}
