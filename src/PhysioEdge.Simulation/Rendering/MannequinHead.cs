using System.Numerics;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>The head of a mannequin with a plain face; lengths in heights of the head, from its centre.</summary>
internal static class MannequinHead
{
    private static readonly Rgb EyeWhite = new(244, 242, 238);
    private static readonly Rgb Iris = new(58, 46, 40);

    public static void Build(BodySize body, Appearance looks, Skeleton s, PartList parts)
    {
        var unit = body.HeadHeight;
        var head = new HeadFrame(s.HeadCentre, s.Head, unit);
        parts.Round(s.MidShoulder, body.Girth(0.034f), head.At(0, -0.24f, -0.10f), body.Girth(0.030f), looks.Skin);
        Skull(head, looks, parts);
        Hair(head, looks, parts);
        Features(head, looks, parts, 1);
        Features(head, looks, parts, -1);
        parts.Round(head.At(0, 0.02f, 0.405f), 0.032f * unit, head.At(0, -0.105f, 0.455f), 0.050f * unit, looks.Skin);
        parts.Round(head.At(-0.03f, -0.115f, 0.42f), 0.036f * unit, head.At(0.03f, -0.115f, 0.42f), 0.036f * unit, looks.Skin);
        var lips = Darker(looks.Skin, 0.92f, 0.68f, 0.66f);
        parts.Round(head.At(-0.092f, -0.240f, 0.378f), 0.012f * unit, head.At(0, -0.268f, 0.408f), 0.023f * unit, lips);
        parts.Round(head.At(0.092f, -0.240f, 0.378f), 0.012f * unit, head.At(0, -0.268f, 0.408f), 0.023f * unit, lips);
    }

    private static void Skull(in HeadFrame head, Appearance looks, PartList parts)
    {
        parts.Ellipsoid(head.At(0, 0.10f, -0.03f), head.Unit * new Vector3(0.345f, 0.39f, 0.435f), head.Turn, looks.Skin);
        var (cheeks, chin) = (head.At(0, 0.02f, 0.06f), head.At(0, -0.30f, 0.185f));
        parts.Shaped(cheeks, 0.335f * head.Unit, chin, 0.200f * head.Unit, looks.Skin, new Vector3(0.96f, 1, 1), head.Turn);
    }

    private static void Hair(in HeadFrame head, Appearance looks, PartList parts)
    {
        parts.Ellipsoid(head.At(0, 0.17f, -0.085f), head.Unit * new Vector3(0.372f, 0.365f, 0.430f), head.Turn, looks.Hair);
        parts.Ellipsoid(head.At(0, 0.02f, -0.16f), head.Unit * new Vector3(0.345f, 0.30f, 0.335f), head.Turn, looks.Hair);
    }

    private static void Features(in HeadFrame head, Appearance looks, PartList parts, float side)
    {
        var unit = head.Unit;
        var aside = head.Turn * Angle.AboutY(side * 20);
        parts.Ellipsoid(head.At(side * 0.138f, 0.035f, 0.352f), unit * new Vector3(0.066f, 0.036f, 0.030f), aside, EyeWhite);
        parts.Ellipsoid(head.At(side * 0.138f, 0.035f, 0.364f), unit * new Vector3(0.033f, 0.034f, 0.024f), aside, Iris);
        parts.Round(head.At(side * 0.072f, 0.124f, 0.388f), 0.014f * unit, head.At(side * 0.150f, 0.146f, 0.356f), 0.015f * unit, looks.Hair);
        parts.Round(head.At(side * 0.150f, 0.146f, 0.356f), 0.015f * unit, head.At(side * 0.208f, 0.126f, 0.322f), 0.011f * unit, looks.Hair);
        parts.Ellipsoid(head.At(side * 0.345f, -0.03f, -0.01f), unit * new Vector3(0.045f, 0.115f, 0.070f), head.Turn, looks.Skin);
    }

    private static Rgb Darker(Rgb colour, float red, float green, float blue) =>
        new((byte)(colour.Red * red), (byte)(colour.Green * green), (byte)(colour.Blue * blue));

    private readonly record struct HeadFrame(Vector3 Centre, Quaternion Turn, float Unit)
    {
        public Vector3 At(float left, float up, float ahead) => Centre + Vector3.Transform(Unit * new Vector3(left, up, ahead), Turn);
    }
}
