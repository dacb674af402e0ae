using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Pose;

/// <summary>Places the 33 landmarks of the person in a region: BlazePose's landmark model.</summary>
/// <param name="model">The model.</param>
/// <param name="mirrored">Whether it is shown the region as in a mirror; what it says is turned back.</param>
internal sealed class LandmarkEstimator(OnnxModel model, bool mirrored = false)
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
        if (mirrored)
            Mirror(model.Input);
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
            MidHip = region.ToPicture(Placed(values, heatmaps, MidHip)),
            OnCircle = region.ToPicture(Placed(values, heatmaps, OnCircle)),
        };

        var world = model.Output("Identity_4");
        var (sin, cos) = MathF.SinCos(region.Rotation);
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var from = mirrored ? OtherSide(i) : i;
            var (x, y, z) = (mirrored ? -world[3 * from] : world[3 * from], world[(3 * from) + 1], world[(3 * from) + 2]);
            estimate.Landmarks[i] = new Landmark(
                region.ToPicture(Placed(values, heatmaps, from)),
                Sigmoid(values[(from * ValuesPerLandmark) + 3]),
                new Vector3((cos * x) - (sin * y), (sin * x) + (cos * y), z));
        }
    }

    private Vector2 Placed(ReadOnlySpan<float> values, ReadOnlySpan<float> heatmaps, int index)
    {
        var at = Refined(values, heatmaps, index);
        return mirrored ? at with { X = 1 - at.X } : at;
    }

    private static void Mirror(Span<float> planes)
    {
        for (var row = 0; row < planes.Length; row += InputSize)
            planes.Slice(row, InputSize).Reverse();
    }

    /// <summary>The landmark of the other side: the eyes are three a side, all else but the nose alternates.</summary>
    private static int OtherSide(int landmark) => landmark switch
    {
        0 => 0,
        <= 3 => landmark + 3,
        <= 6 => landmark - 3,
        _ => landmark % 2 == 1 ? landmark + 1 : landmark - 1,
    };

    private static Vector2 Refined(ReadOnlySpan<float> values, ReadOnlySpan<float> heatmaps, int index)
        => HeatmapRefinement.Refine(
            new Vector2(values[index * ValuesPerLandmark], values[(index * ValuesPerLandmark) + 1]) / InputSize,
            heatmaps.Slice(index * HeatmapSize, HeatmapSize));

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
}
