using System.Numerics;
using BenchmarkDotNet.Attributes;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>The phantom fills the picture, so its region reaches beyond the border, as a patient's mostly does.</summary>
public class FrameFunctions
{
    private static readonly Vector2 MidHip = new(240, 330);
    private static readonly Vector2 OnCircle = new(240, 30);

    private readonly RegionSampler _sampler = new(256, Border.Replicate, 0, 1);
    private readonly float[] _planes = new float[3 * 256 * 256];
    private readonly float[] _heatmap = new float[64 * 64];
    private readonly LandmarkSmoother _smoother = new();
    private readonly BodyRegion _region = BodyRegion.FromAlignment(MidHip, OnCircle);
    private VideoFrame _frame = new();
    private TorsoColours _colours;
    private PoseFrame _pose;
    private int _index;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        using var bench = new Workbench(TimeProvider.System);
        _frame = (await bench.FootageAsync(480, 640, CancellationToken.None))[0];
        _colours = TorsoColours.Read(_frame, MidHip, OnCircle);
        _pose = (await Poses.SeeAsync(bench, CancellationToken.None)).At(0);
    }

    [Benchmark(Description = "crop of 256 × 256")]
    public float Crop()
    {
        _sampler.Sample(_frame.Rgb, _frame.Width, _frame.Height, _region, _planes);
        return _planes[0];
    }

    [Benchmark(Description = "refinement of one landmark")]
    public Vector2 Refine() => HeatmapRefinement.Refine(new Vector2(0.5f), _heatmap);

    [Benchmark(Description = "smoothing of all landmarks")]
    public float Smooth()
    {
        var estimate = new LandmarkEstimate { MidHip = MidHip, OnCircle = OnCircle, Landmarks = _pose.Raw };
        return _smoother.Smooth(ref estimate, Footage.TimeOf(_index++)).Size;
    }

    [Benchmark(Description = "colours of the trunk")]
    public float Colours() => TorsoColours.Read(_frame, MidHip, OnCircle).DistanceTo(_colours);

    [Benchmark(Description = "joint angles")]
    public double Angles() => JointAngleCalculator.Measure(_pose).Angles[JointAngle.KneeLeft].Degrees;
}
