using System.Numerics;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Accuracy.Fidelity;

/// <summary>
/// How far landmarks are from those of the official runtime: in pixels along each axis of the picture, in metres through space.
/// </summary>
internal sealed class LandmarkError
{
    private double _pixelSum;
    private long _pixels;

    public double MeanPixels => _pixelSum / _pixels;

    public double MaxPixels { get; private set; }

    public double MaxWorldMetres { get; private set; }

    public void Add(in LandmarkSet measured, IReadOnlyList<Vector2> pixels, IReadOnlyList<Vector3> world)
    {
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var off = Vector2.Abs(measured[i].Pixel - pixels[i]);
            _pixelSum += off.X + off.Y;
            _pixels += 2;
            MaxPixels = Math.Max(MaxPixels, Math.Max(off.X, off.Y));
            MaxWorldMetres = Math.Max(MaxWorldMetres, (measured[i].World - world[i]).Length());
        }
    }
}
