using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>The shadows under a figure: close and dark under its feet, wide and faint under its body.</summary>
internal static class FigureShadow
{
    public static void Draw(in Canvas canvas, in Projection projection, BodySize body, Skeleton s)
    {
        ContactShadow.Draw(canvas, projection, s.MidHip with { Y = 0 }, 0.30f * body.HeightMetres, 0.22f);
        Foot(canvas, projection, body, s[BodyLandmark.LeftHeel], s[BodyLandmark.LeftFootIndex]);
        Foot(canvas, projection, body, s[BodyLandmark.RightHeel], s[BodyLandmark.RightFootIndex]);
    }

    /// <summary>A lifted foot loses its shadow within a hand's breadth.</summary>
    private static void Foot(in Canvas canvas, in Projection projection, BodySize body, Vector3 heel, Vector3 toe)
    {
        Span<float> along = [0.12f, 0.5f, 0.88f];
        foreach (var part in along)
        {
            var point = Vector3.Lerp(heel, toe, part);
            var closeness = 1 - Math.Clamp((point.Y / body.HeightMetres - 0.01f) / 0.06f, 0, 1);
            ContactShadow.Draw(canvas, projection, point with { Y = 0 }, 0.055f * body.HeightMetres, 0.34f * closeness);
        }
    }
}
