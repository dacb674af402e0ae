using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>Where the camera stands and how it looks, around the patient's place on the floor.</summary>
public sealed record CameraView
{
    private const float BesideMetres = 0.9f;

    /// <summary>Gets the direction from the patient to the camera: 0 = in front, positive towards the patient's left.</summary>
    public float YawDegrees { get; init; }

    /// <summary>Gets the distance from the patient over the floor, metres.</summary>
    public float DistanceMetres { get; init; } = 3;

    /// <summary>Gets the height of the lens above the floor, metres.</summary>
    public float HeightMetres { get; init; } = 1.1f;

    /// <summary>Gets how far the camera looks down from level.</summary>
    public float PitchDegrees { get; init; } = 4;

    public float VerticalFieldOfViewDegrees { get; init; } = 43;

    /// <summary>Gets the width of the picture, pixels.</summary>
    public int Width { get; init; } = 480;

    /// <summary>Gets the height of the picture, pixels.</summary>
    public int Height { get; init; } = 640;

    /// <summary>A point of the floor as this camera sees it: nearer to it than the patient's place, and to the right of the picture.</summary>
    public FloorPoint FloorAt(float nearerMetres, float rightMetres)
    {
        var (sin, cos) = MathF.SinCos(YawDegrees * (MathF.PI / 180));
        return new FloorPoint((cos * nearerMetres) - (sin * rightMetres), (sin * nearerMetres) + (cos * rightMetres));
    }

    /// <summary>A point of the floor beside the picture, where nobody of usual size is seen any more.</summary>
    public FloorPoint OutOfPicture(float nearerMetres = 0, bool toTheLeft = false)
    {
        var halfHeight = MathF.Tan(VerticalFieldOfViewDegrees * (MathF.PI / 360)) * (DistanceMetres - nearerMetres);
        var aside = (halfHeight * Width / Height) + BesideMetres;
        return FloorAt(nearerMetres, toTheLeft ? -aside : aside);
    }
}
