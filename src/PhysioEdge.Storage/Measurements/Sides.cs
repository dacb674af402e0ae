using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Storage.Measurements;

internal static class Sides
{
    public static string NameOf(Side side) => side switch { Side.Left => "left", Side.Right => "right", _ => "both" };

    public static Side Named(string name) => name switch { "left" => Side.Left, "right" => Side.Right, _ => Side.Both };
}
