using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Pose;

/// <summary>Places the 33 landmarks of the person in a region: BlazePose's landmark model.</summary>
internal sealed class LandmarkEstimator(OnnxModel model)
{
    private const int InputSize = 256;
    private const int ValuesPerLandmark = 5;
    private const int MidHip = 33;
    private const int OnCircle = 34;
    private const int HeatmapSize = 64 * 64;

    private readonly RegionSampler _sampler = new(InputSize, Border.Replicate, 0f, 1f);

    public void Estimate(VideoFrame frame, BodyRegion region, out LandmarkEstimate estimate)
    {
        _sampler.Sample(frame.Rgb, frame.Width, frame.Height, region, model.Input);
        model.Run();
        Read(region, out estimate);
    }

    /// <summary>Reads what the model said last, of that region.</summary>
    public void Read(BodyRegion region, out LandmarkEstimate estimate)
    {
        var values = model.Output("Identity");
        var heatmaps = model.Output("Identity_3");
        estimate = new LandmarkEstimate
        {
            Probability = model.Output("Identity_1")[0],
            MidHip = region.ToPicture(Refined(values, heatmaps, MidHip)),
            OnCircle = region.ToPicture(Refined(values, heatmaps, OnCircle)),
        };

        var world = model.Output("Identity_4");
        var (sin, cos) = MathF.SinCos(region.Rotation);
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var (x, y, z) = (world[3 * i], world[(3 * i) + 1], world[(3 * i) + 2]);
            estimate.Landmarks[i] = new Landmark(
                region.ToPicture(Refined(values, heatmaps, i)),
                Sigmoid(values[(i * ValuesPerLandmark) + 3]),
                new Vector3((cos * x) - (sin * y), (sin * x) + (cos * y), z));
        }
    }

    private static Vector2 Refined(ReadOnlySpan<float> values, ReadOnlySpan<float> heatmaps, int index)
        => HeatmapRefinement.Refine(
            new Vector2(values[index * ValuesPerLandmark], values[(index * ValuesPerLandmark) + 1]) / InputSize,
            heatmaps.Slice(index * HeatmapSize, HeatmapSize));

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
}
