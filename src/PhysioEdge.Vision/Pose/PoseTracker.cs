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
    private BodyRegion? _region;

    /// <param name="detection">The detection model; the tracker disposes it.</param>
    /// <param name="landmarks">The lite, full or heavy landmark model; the tracker disposes it.</param>
    public PoseTracker(OnnxModel detection, OnnxModel landmarks)
    {
        (_detection, _landmarks) = (detection, landmarks);
        _detector = new PersonDetector(detection);
        _estimator = new LandmarkEstimator(landmarks);
    }

    /// <summary>Finds the patient in the next picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="capturedAt">When it was taken; increases from call to call.</param>
    /// <param name="pose">The pose, or a frame without one.</param>
    public void Track(VideoFrame frame, TimeSpan capturedAt, out PoseFrame pose)
    {
        var region = _region is { } known && known.IsUsable(frame.Width, frame.Height) ? known : Find(frame);
        if (region is null)
        {
            pose = Lost(capturedAt);
            return;
        }

        _estimator.Estimate(frame, region.Value, out var estimate);
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

    public void Dispose()
    {
        _detection.Dispose();
        _landmarks.Dispose();
    }

    private BodyRegion? Find(VideoFrame frame)
    {
        _smoother.Reset();
        var people = _detector.Detect(frame);
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
