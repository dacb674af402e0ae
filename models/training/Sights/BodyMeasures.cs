using System.Numerics;
using PhysioEdge.Vision.Lifting;

namespace PhysioEdge.Training.Sights;

internal static class BodyMeasures
{
    /// <summary>The length of trunk, thigh and shank together, metres.</summary>
    public static float Length(ReadOnlySpan<Vector3> p)
    {
        var legs = Vector3.Distance(p[9], p[11]) + Vector3.Distance(p[10], p[12]) + Vector3.Distance(p[11], p[13]) + Vector3.Distance(p[12], p[14]);
        return Vector3.Distance((p[3] + p[4]) / 2, (p[9] + p[10]) / 2) + (legs / 2);
    }

    /// <summary>The body around its mid-hip, as large as the standard one.</summary>
    public static void Standardise(ReadOnlySpan<Vector3> points, Span<Vector3> standard)
    {
        var (midHip, scale) = ((points[9] + points[10]) / 2, LiftFeatures.StandardBodyMetres / Length(points));
        for (var i = 0; i < points.Length; i++)
            standard[i] = scale * (points[i] - midHip);
    }
}
