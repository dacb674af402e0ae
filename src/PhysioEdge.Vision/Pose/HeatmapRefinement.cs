using System.Numerics;

namespace PhysioEdge.Vision.Pose;

/// <summary>Moves a landmark to the centre of mass of its heatmap around it, where the heatmap is sure of itself.</summary>
internal static class HeatmapRefinement
{
    private const int Side = 64;
    private const int Reach = 3;
    private const float MinConfidence = 0.5f;

    /// <param name="point">The landmark, as a fraction of the region.</param>
    /// <param name="heatmap">Its 64 × 64 logits, by row.</param>
    public static Vector2 Refine(Vector2 point, ReadOnlySpan<float> heatmap)
    {
        var column = (int)(point.X * Side);
        var row = (int)(point.Y * Side);
        if (column is < 0 or >= Side || row is < 0 or >= Side)
            return point;

        var (weight, best) = (0f, 0f);
        var sum = Vector2.Zero;
        for (var y = Math.Max(0, row - Reach); y <= Math.Min(Side - 1, row + Reach); y++)
        {
            for (var x = Math.Max(0, column - Reach); x <= Math.Min(Side - 1, column + Reach); x++)
            {
                var confidence = 1 / (1 + MathF.Exp(-heatmap[(y * Side) + x]));
                weight += confidence;
                best = Math.Max(best, confidence);
                sum += confidence * new Vector2(x, y);
            }
        }

        return best >= MinConfidence ? sum / weight / Side : point;
    }
}
