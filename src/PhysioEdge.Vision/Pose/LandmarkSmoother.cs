using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Vision.Pose;

/// <summary>
/// Smooths the landmarks of one track over time, with the parameters that BlazePose's own pipeline uses.
/// Picture coordinates are scaled by the size of the body, so that near and far people are treated alike.
/// </summary>
internal sealed class LandmarkSmoother
{
    private const float VisibilityWeight = 0.1f;

    /// <summary>
    /// The parameters are for 30 pictures/s. At fewer, a longer step would leave hardly any smoothing: there BlazePose's own
    /// pipeline is followed as if the pictures had come at that rate.
    /// </summary>
    private const double TunedStepSeconds = 1 / 30.0;

    private static readonly OneEuroTuning PixelTuning = new(0.05, 80, 1);
    private static readonly OneEuroTuning AlignmentTuning = new(0.01, 10, 1);
    private static readonly OneEuroTuning WorldTuning = new(0.1, 40, 1);

    private readonly OneEuroFilter[] _pixels = new OneEuroFilter[LandmarkSet.Count * 2];
    private readonly OneEuroFilter[] _world = new OneEuroFilter[LandmarkSet.Count * 3];
    private readonly OneEuroFilter[] _alignment = new OneEuroFilter[4];
    private readonly float[] _visibility = new float[LandmarkSet.Count];
    private TimeSpan? _last;

    /// <summary>Forgets the track.</summary>
    public void Reset()
    {
        Array.Clear(_pixels);
        Array.Clear(_world);
        Array.Clear(_alignment);
        _last = null;
    }

    /// <summary>Smooths one estimate in place and returns the region in which to look next.</summary>
    public BodyRegion Smooth(ref LandmarkEstimate estimate, TimeSpan capturedAt)
    {
        var first = _last is null;
        var elapsed = first ? 0 : Math.Max((capturedAt - _last!.Value).TotalSeconds, 1e-3);
        var seconds = Math.Min(elapsed, TunedStepSeconds);
        _last = capturedAt;

        var scale = 1.0 / Math.Max(estimate.BodySize, 1e-3f);
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var landmark = estimate.Landmarks[i];
            _visibility[i] = first ? landmark.Visibility : float.Lerp(_visibility[i], landmark.Visibility, VisibilityWeight);
            var world = _world.AsSpan(3 * i, 3);
            estimate.Landmarks[i] = new Landmark(
                Apply(_pixels.AsSpan(2 * i, 2), landmark.Pixel, seconds, scale, PixelTuning),
                _visibility[i],
                new Vector3(
                    (float)world[0].Apply(landmark.World.X, seconds, 1, WorldTuning),
                    (float)world[1].Apply(landmark.World.Y, seconds, 1, WorldTuning),
                    (float)world[2].Apply(landmark.World.Z, seconds, 1, WorldTuning)));
        }

        estimate.MidHip = Apply(_alignment.AsSpan(0, 2), estimate.MidHip, elapsed, scale, AlignmentTuning);
        estimate.OnCircle = Apply(_alignment.AsSpan(2, 2), estimate.OnCircle, elapsed, scale, AlignmentTuning);
        return estimate.NextRegion;
    }

    private static Vector2 Apply(Span<OneEuroFilter> xy, Vector2 point, double seconds, double scale, in OneEuroTuning tuning)
        => new(
            (float)xy[0].Apply(point.X, seconds, scale, tuning),
            (float)xy[1].Apply(point.Y, seconds, scale, tuning));
}
