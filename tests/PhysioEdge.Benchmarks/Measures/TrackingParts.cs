using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Inference;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>The parts of tracking other than the inference, each to be done alone. They read what the model said last.</summary>
internal sealed class TrackingParts
{
    private readonly VideoFrame _picture;
    private readonly LandmarkEstimator _estimator;
    private readonly RegionSampler _sampler = new(256, Border.Replicate, 0, 1);
    private readonly float[] _planes = new float[3 * 256 * 256];
    private readonly LandmarkSmoother _smoother = new();
    private readonly PatientMemory _patient = new();
    private BodyRegion _region;
    private LandmarkEstimate _estimate;

    public TrackingParts(VideoFrame picture, OnnxModel detection, OnnxModel landmarks)
    {
        (_picture, _estimator) = (picture, new LandmarkEstimator(landmarks));
        _region = new PersonDetector(detection).Detect(picture)[0].Region;
    }

    public void Crop() => _sampler.Sample(_picture.Rgb, _picture.Width, _picture.Height, _region, _planes);

    public void RefineAndSmooth(int round)
    {
        _estimator.Read(_region, out _estimate);
        var smoothed = _estimate;
        _region = _smoother.Smooth(ref smoothed, Footage.TimeOf(round));
    }

    public void Recognise(int round)
    {
        var (midHip, onCircle) = (_estimate.MidHip, _estimate.OnCircle);
        var colours = TorsoColours.Read(_picture, midHip, onCircle);
        var here = new Sighting(midHip, BodyRegion.FromAlignment(midHip, onCircle).Size, colours);
        var now = Footage.TimeOf(round);
        if (round == 0)
            _patient.Meet(here, now);
        else if (!_patient.Doubts(here, now))
            _patient.Learn(here, now);
    }
}
