using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Captures;

/// <summary>A walk that was recorded for hardly more than a stride, walked on and on: one stride after the other, each blended into the next.</summary>
internal sealed class LoopedCapture : ICapture
{
    private const double ShortestStrideSeconds = 0.85;
    private const double BlendSeconds = 0.1;
    private const double StepSeconds = 0.01;

    /// <summary>A body is nowhere further from how it was a stride before, metres.</summary>
    private const float MostDifferent = 0.08f;

    private readonly ICapture _capture;
    private readonly double _stride;
    private readonly Vector3 _way;

    private LoopedCapture(ICapture capture, double stride, Vector3 way) => (_capture, _stride, _way) = (capture, stride, way);

    public double Seconds => 30;

    /// <summary>Finds the stride of a walk.</summary>
    /// <returns>The walk; null when nothing in it comes again.</returns>
    public static LoopedCapture? Of(ICapture capture)
    {
        (double Stride, float Different) best = (0, MostDifferent);
        for (var stride = ShortestStrideSeconds; stride <= capture.Seconds - BlendSeconds; stride += StepSeconds)
        {
            if (Difference(capture, stride) is var different && different < best.Different)
                best = (stride, different);
        }

        return best.Stride > 0 ? new LoopedCapture(capture, best.Stride, Way(capture, best.Stride)) : null;
    }

    public ICapture Varied(SeededNumbers numbers) => this;

    public void Pose(double seconds, Skeleton skeleton)
    {
        var strides = Math.Floor(seconds / _stride);
        var since = seconds - (strides * _stride);
        _capture.Pose(since, skeleton);
        var (early, late) = (skeleton.Landmarks.ToArray(), (float)Math.Clamp(1 - (since / BlendSeconds), 0, 1));
        if (late > 0 && strides > 0)
        {
            _capture.Pose(since + _stride, skeleton);
            for (var i = 0; i < early.Length; i++)
                early[i] = Vector3.Lerp(early[i], skeleton[(BodyLandmark)i] - _way, late);
        }

        for (var i = 0; i < early.Length; i++)
            skeleton[(BodyLandmark)i] = early[i] + ((float)strides * _way);
    }

    private static Vector3 Way(ICapture capture, double stride)
    {
        var (early, late) = (new Skeleton(), new Skeleton());
        capture.Pose(BlendSeconds / 2, early);
        capture.Pose(stride + (BlendSeconds / 2), late);
        return (late.MidHip - early.MidHip) with { Y = 0 };
    }

    private static float Difference(ICapture capture, double stride)
    {
        var (early, late, way, most) = (new Skeleton(), new Skeleton(), Way(capture, stride), 0f);
        for (var at = 0.0; at <= BlendSeconds; at += StepSeconds)
        {
            capture.Pose(at, early);
            capture.Pose(at + stride, late);
            for (var landmark = BodyLandmark.LeftHip; landmark <= BodyLandmark.RightFootIndex; landmark++)
                most = MathF.Max(most, Vector3.Distance(early[landmark], late[landmark] - way));
        }

        return most;
    }
}
