using System.Numerics;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>How far found poses are from expected ones.</summary>
internal sealed class Deviations
{
    private readonly List<Vector2> _pixels = [];
    private readonly List<float> _metres = [];

    public float MeanPixels => _pixels.Average(error => error.Length());

    public float LargestPixels => _pixels.Max(error => error.Length());

    /// <summary>Gets where all landmarks lie on average against where they are expected, pixels.</summary>
    public Vector2 ShiftPixels => new(_pixels.Average(error => error.X), _pixels.Average(error => error.Y));

    public float MeanMetres => _metres.Average();

    public float LargestMetres => _metres.Max();

    public float LargestVisibility { get; private set; }

    public void Add(ExpectedPose expected, LandmarkSet found, int width, int height)
    {
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            _pixels.Add(found[i].Pixel - (expected.Fractions[i] * new Vector2(width, height)));
            _metres.Add((found[i].World - expected.Metres[i]).Length());
            LargestVisibility = Math.Max(LargestVisibility, Math.Abs(found[i].Visibility - expected.Visibilities[i]));
        }
    }

    public override string ToString() =>
        $"mean {MeanPixels:F3} px, largest {LargestPixels:F3} px, shift {ShiftPixels:F3} px, mean {MeanMetres:F4} m, largest {LargestMetres:F4} m, visibility {LargestVisibility:F3}";
}
