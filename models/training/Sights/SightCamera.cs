using System.Numerics;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Sights;

/// <summary>Where the camera stands, how it is held and what lens it has: anywhere a technician might put it, and further.</summary>
internal sealed class SightCamera
{
    private readonly Quaternion _level;
    private readonly Quaternion _held;
    private readonly Vector3 _eye;
    private readonly Vector3 _middle;

    public SightCamera(SeededNumbers n, Vector3 middle)
    {
        _middle = middle;
        var yaw = n.Chance(0.75f) ? n.Normal(0.9f) : n.Between(-MathF.PI, MathF.PI);
        _level = Quaternion.CreateFromAxisAngle(Vector3.UnitY, -yaw);
        Distance = n.Between(2.2f, 6f);
        var height = n.Between(0.5f, 1.8f);
        _eye = new Vector3(0.25f * Distance * n.Between(-0.5f, 0.5f), -height, -Distance);
        var pitch = MathF.Atan2(height - 0.9f - n.Normal(0.12f), Distance) + n.Normal(0.05f);
        _held = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, n.Normal(0.025f)) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, pitch);
        Picture = n.Chance(0.6f) ? new Vector2(720, 1280) : new Vector2(1280, 720);
        // Not so near that the body would not be in the picture.
        Focal = MathF.Min(n.Between(0.6f, 1.25f) * 1280, 0.45f * Picture.Y * Distance / 0.95f);
    }

    public float Distance { get; }

    public float Focal { get; }

    public Vector2 Picture { get; }

    /// <summary>A point of the room as seen from a level camera: x right, y down, z away, from the middle of the body's place.</summary>
    public Vector3 Level(Vector3 room) => Vector3.Transform(room - _middle, _level) * new Vector3(1, -1, -1);

    /// <summary>The same as the camera is held.</summary>
    public Vector3 Held(Vector3 level)
    {
        var seen = Vector3.Transform(level - _eye, _held);
        return seen with { Z = MathF.Max(seen.Z, 0.5f) };
    }

    public Vector2 Pixel(Vector3 held) => (Picture / 2) + (Focal / held.Z * new Vector2(held.X, held.Y));
}
