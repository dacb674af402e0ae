using System.Numerics;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>A plain upholstered stool under a seated pelvis.</summary>
internal static class Stool
{
    public const float HalfWidthMetres = 0.20f;

    private static readonly Rgb Cushion = new(112, 128, 122);
    private static readonly Rgb Wood = new(150, 116, 84);

    public static void Build(Vector3 seat, Quaternion turn, PartList parts)
    {
        Vector3 At(float left, float height, float ahead) => (seat with { Y = height }) + Vector3.Transform(new Vector3(left, 0, ahead), turn);
        var cushion = seat.Y - 0.035f;
        parts.Shaped(At(-0.06f, cushion, 0), 0.15f, At(0.06f, cushion, 0), 0.15f, Cushion, new Vector3(1, 0.23f, 1.2f), turn);
        for (var leg = 0; leg < 4; leg++)
        {
            var (left, ahead) = (leg % 2 == 0 ? 1 : -1, leg < 2 ? 1 : -1);
            parts.Round(At(0.14f * left, cushion - 0.02f, 0.12f * ahead), 0.020f, At(0.18f * left, 0.014f, 0.16f * ahead), 0.014f, Wood);
        }
    }
}
