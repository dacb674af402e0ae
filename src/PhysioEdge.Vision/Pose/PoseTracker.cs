using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Pose;

/// <summary>
/// Follows one person, the patient, through the pictures of a camera: the detector looks at the whole picture only while nobody
/// is followed; after that each picture's landmarks say where to look in the next.
/// (Source: Bazarevsky et al., "BlazePose: On-device Real-time Body Pose tracking", 2020.)
/// </summary>
/// <remarks>Not safe for use from several threads at once.</remarks>
public sealed class PoseTracker : IDisposable
{
    private const float MinPoseProbability = 0.5f;

    private readonly OnnxModel _detection;
    private readonly OnnxModel _landmarks;
    private readonly PersonDetector _detector;
    private readonly LandmarkEstimator _estimator;
    private readonly LandmarkSmoother _smoother = new();
    private readonly TimeProvider _time;
    private BodyRegion? _region;
    private PoseTimings _timings;

    /// <param name="detection">The detection model; the tracker disposes it.</param>
    /// <param name="landmarks">The lite, full or heavy landmark model; the tracker disposes it.</param>
    /// <param name="time">Measures where the time goes.</param>
    public PoseTracker(OnnxModel detection, OnnxModel landmarks, TimeProvider time)
    {
        (_detection, _landmarks, _time) = (detection, landmarks, time);
        _detector = new PersonDetector(detection);
        _estimator = new LandmarkEstimator(landmarks);
    }

    /// <summary>Gets where the time went so far.</summary>
    public PoseTimings Timings => _timings;

    /// <summary>Finds the patient in the next picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="capturedAt">When it was taken; increases from call to call.</param>
    /// <param name="pose">The pose, or a frame without one.</param>
    public void Track(VideoFrame frame, TimeSpan capturedAt, out PoseFrame pose)
    {
        var start = _time.GetTimestamp();
        Follow(frame, capturedAt, out pose);
        _timings = _timings with { Frames = _timings.Frames + 1, Total = _timings.Total + _time.GetElapsedTime(start) };
    }

    public void Dispose()
    {
        _detection.Dispose();
        _landmarks.Dispose();
    }

    private void Follow(VideoFrame frame, TimeSpan capturedAt, out PoseFrame pose)
    {
        var region = _region is { } known && known.IsUsable(frame.Width, frame.Height) ? known : Find(frame);
        if (region is null)
        {
            pose = Lost(capturedAt);
            return;
        }

        var start = _time.GetTimestamp();
        _estimator.Estimate(frame, region.Value, out var estimate);
        _timings = _timings with { Landmarking = _timings.Landmarking + _time.GetElapsedTime(start) };
        if (estimate.Probability < MinPoseProbability)
        {
            pose = Lost(capturedAt);
            return;
        }

        var raw = estimate.Landmarks;
        _region = _smoother.Smooth(ref estimate, region.Value.Size, capturedAt);
        var toSource = (float)frame.SourceWidth / frame.Width;
        pose = new PoseFrame
        {
            CapturedAt = capturedAt,
            HasPose = true,
            PoseProbability = estimate.Probability,
            Raw = InSourcePixels(raw, toSource),
            Smoothed = InSourcePixels(estimate.Landmarks, toSource),
        };
    }

    private BodyRegion? Find(VideoFrame frame)
    {
        _smoother.Reset();
        var start = _time.GetTimestamp();
        var people = _detector.Detect(frame);
        _timings = _timings with { Detections = _timings.Detections + 1, Detecting = _timings.Detecting + _time.GetElapsedTime(start) };
        return people.Count > 0 ? people[0].Region : null;
    }

    private PoseFrame Lost(TimeSpan capturedAt)
    {
        _region = null;
        return new PoseFrame { CapturedAt = capturedAt };
    }

    private static LandmarkSet InSourcePixels(in LandmarkSet landmarks, float scale)
    {
        var scaled = landmarks;
        if (scale is not (0 or 1))
        {
            for (var i = 0; i < LandmarkSet.Count; i++)
                scaled[i] = scaled[i] with { Pixel = scaled[i].Pixel * scale };
        }

        return scaled;
    }
}
