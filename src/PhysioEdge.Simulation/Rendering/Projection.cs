using System.Numerics;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>
/// The pinhole camera of a view. Camera space: x to the right of the picture, y down, z away from the lens, metres.
/// Pixel coordinates are continuous: the first pixel spans 0 to 1.
/// </summary>
internal readonly record struct Projection
{
    public Projection(CameraView view)
    {
        var (sin, cos) = MathF.SinCos(Radians(view.YawDegrees));
        var (sinPitch, cosPitch) = MathF.SinCos(Radians(view.PitchDegrees));
        Eye = new Vector3(view.DistanceMetres * sin, view.HeightMetres, view.DistanceMetres * cos);
        Right = new Vector3(cos, 0, -sin);
        Forward = new Vector3(-sin * cosPitch, -sinPitch, -cos * cosPitch);
        Down = Vector3.Cross(Forward, Right);
        FocalPixels = view.Height / 2f / MathF.Tan(Radians(view.VerticalFieldOfViewDegrees) / 2);
        Centre = new Vector2(view.Width / 2f, view.Height / 2f);
    }

    public Vector3 Eye { get; }

    public Vector3 Right { get; }

    public Vector3 Down { get; }

    public Vector3 Forward { get; }

    public float FocalPixels { get; }

    public Vector2 Centre { get; }

    public Vector3 ToCamera(Vector3 room) => Turn(room - Eye);

    /// <summary>A direction of the room in camera space.</summary>
    public Vector3 Turn(Vector3 direction) =>
        new(Vector3.Dot(direction, Right), Vector3.Dot(direction, Down), Vector3.Dot(direction, Forward));

    /// <summary>The pixel of a point in camera space.</summary>
    public Vector2 ToPixel(Vector3 camera) => Centre + (FocalPixels / camera.Z * new Vector2(camera.X, camera.Y));

    /// <summary>The direction in the room that a pixel looks along, one metre deep.</summary>
    public Vector3 Ray(Vector2 pixel)
    {
        var offset = (pixel - Centre) / FocalPixels;
        return Forward + (offset.X * Right) + (offset.Y * Down);
    }

    private static float Radians(float degrees) => degrees * (MathF.PI / 180);
}
