using System.Numerics;

namespace PhysioEdge.Simulation.Motion;

internal static class Angle
{
    public static float Radians(float degrees) => degrees * (MathF.PI / 180);

    public static float Degrees(double radians) => (float)(radians * (180 / Math.PI));

    /// <summary>The angle at <paramref name="vertex"/>, 0–180°. By atan2, because acos is blunt near 0° and 180°.</summary>
    public static float At(Vector3 vertex, Vector3 from, Vector3 to) => Between(from - vertex, to - vertex);

    public static float Between(Vector3 a, Vector3 b) => Degrees(Math.Atan2(Vector3.Cross(a, b).Length(), Vector3.Dot(a, b)));

    public static Quaternion AboutX(float degrees) => Quaternion.CreateFromAxisAngle(Vector3.UnitX, Radians(degrees));

    public static Quaternion AboutY(float degrees) => Quaternion.CreateFromAxisAngle(Vector3.UnitY, Radians(degrees));

    public static Quaternion AboutZ(float degrees) => Quaternion.CreateFromAxisAngle(Vector3.UnitZ, Radians(degrees));
}
