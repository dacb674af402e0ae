using System.Text;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>What an object says of itself: its interfaces by name, and what is below it.</summary>
internal static class Introspection
{
    public static string Of(string path, IEnumerable<BluezObject> objects)
    {
        var below = path.TrimEnd('/') + '/';
        var text = new StringBuilder("<node>");
        foreach (var name in objects.Where(o => o.Path == path).SelectMany(o => o.Interfaces.Keys))
            text.Append($"<interface name=\"{name}\"/>");
        foreach (var name in objects.Where(o => o.Path.StartsWith(below, StringComparison.Ordinal)).Select(o => o.Path[below.Length..].Split('/')[0]).Distinct())
            text.Append($"<node name=\"{name}\"/>");
        return text.Append("</node>").ToString();
    }
}
