using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Pose;

/// <summary>Asks several landmark models about a region, and about its mirror image, and takes the mean of what they say, weighted by how sure they are.</summary>
internal sealed class EnsembleEstimator
{
    /// <summary>Even a landmark that no model sees has a place.</summary>
    private const float LeastWeight = 0.05f;

    private readonly LandmarkEstimator[] _members;

    /// <param name="models">The models; one alone is asked once.</param>
    /// <param name="mirrored">The one that also looks at the mirror image; null = none.</param>
    public EnsembleEstimator(IReadOnlyList<OnnxModel> models, OnnxModel? mirrored = null) =>
        _members = [.. models.Select(model => new LandmarkEstimator(model)), .. mirrored is null ? [] : new[] { new LandmarkEstimator(mirrored, mirrored: true) }];

    public void Estimate(VideoFrame frame, BodyRegion region, out LandmarkEstimate estimate)
    {
        _members[0].Estimate(frame, region, out estimate);
        if (_members.Length == 1)
            return;
        Span<float> weights = stackalloc float[LandmarkSet.Count];
        Weigh(ref estimate, weights);
        foreach (var member in _members.AsSpan(1))
        {
            member.Estimate(frame, region, out var other);
            Add(ref estimate, other, weights);
        }

        Divide(ref estimate, weights);
    }

    private static void Weigh(ref LandmarkEstimate sum, Span<float> weights)
    {
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            weights[i] = LeastWeight + sum.Landmarks[i].Visibility;
            sum.Landmarks[i] = Scaled(sum.Landmarks[i], weights[i]);
        }
    }

    private static void Add(ref LandmarkEstimate sum, in LandmarkEstimate other, Span<float> weights)
    {
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var weight = LeastWeight + other.Landmarks[i].Visibility;
            var (a, b) = (sum.Landmarks[i], Scaled(other.Landmarks[i], weight));
            sum.Landmarks[i] = new Landmark(a.Pixel + b.Pixel, a.Visibility + b.Visibility, a.World + b.World);
            weights[i] += weight;
        }

        (sum.Probability, sum.MidHip, sum.OnCircle) = (sum.Probability + other.Probability, sum.MidHip + other.MidHip, sum.OnCircle + other.OnCircle);
    }

    private void Divide(ref LandmarkEstimate sum, Span<float> weights)
    {
        for (var i = 0; i < LandmarkSet.Count; i++)
            sum.Landmarks[i] = Scaled(sum.Landmarks[i], 1 / weights[i]);
        var count = _members.Length;
        (sum.Probability, sum.MidHip, sum.OnCircle) = (sum.Probability / count, sum.MidHip / count, sum.OnCircle / count);
    }

    private static Landmark Scaled(in Landmark landmark, float factor) => new(landmark.Pixel * factor, landmark.Visibility * factor, landmark.World * factor);
}
