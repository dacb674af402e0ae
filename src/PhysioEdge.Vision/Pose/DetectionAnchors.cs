using System.Numerics;

namespace PhysioEdge.Vision.Pose;

/// <summary>
/// The points of the picture that the detector's rows of output speak of: strides 8, 16, 32, 32, 32, two to a cell and layer,
/// ordered by y, x, anchor; 2254 in all. (Source: the SSD anchor options of BlazePose's detector.)
/// </summary>
internal static class DetectionAnchors
{
    public const int InputSize = 224;

    private static readonly (int Stride, int PerCell)[] Layers = [(8, 2), (16, 2), (32, 6)];

    /// <summary>The centre of each anchor, as a fraction of the model's input.</summary>
    public static Vector2[] Create()
    {
        var anchors = new List<Vector2>();
        foreach (var (stride, perCell) in Layers)
        {
            var cells = InputSize / stride;
            for (var cell = 0; cell < cells * cells; cell++)
            {
                var centre = new Vector2(((cell % cells) + 0.5f) / cells, ((cell / cells) + 0.5f) / cells);
                anchors.AddRange(Enumerable.Repeat(centre, perCell));
            }
        }

        return [.. anchors];
    }
}
