using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation;

/// <summary>What is true of the patient in one picture.</summary>
public sealed class PhantomTruth
{
    private readonly Vector2[] _pixels;
    private readonly Vector3[] _metres;

    internal PhantomTruth(Skeleton skeleton, in Projection projection)
    {
        Angles = TrueAngles.Of(skeleton);
        _pixels = new Vector2[skeleton.Landmarks.Length];
        _metres = new Vector3[skeleton.Landmarks.Length];
        for (var i = 0; i < _pixels.Length; i++)
        {
            _pixels[i] = projection.ToPixel(projection.ToCamera(skeleton.Landmarks[i]));
            _metres[i] = projection.Turn(skeleton.Landmarks[i] - skeleton.MidHip);
        }
    }

    public TrueAngles Angles { get; }

    /// <summary>Where a landmark is in the picture, pixels from its top left corner; may lie outside.</summary>
    public Vector2 PixelOf(BodyLandmark landmark) => _pixels[(int)landmark];

    /// <summary>Where a landmark is in metres: origin at mid-hip, x to the right of the picture, y down, z away from the camera.</summary>
    public Vector3 MetresOf(BodyLandmark landmark) => _metres[(int)landmark];
}
