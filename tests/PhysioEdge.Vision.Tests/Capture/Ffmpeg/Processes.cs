using System.Diagnostics;

namespace PhysioEdge.Vision.Tests.Capture.Ffmpeg;

/// <summary>The processes of this machine, dead ones that nobody has buried included.</summary>
internal static class Processes
{
    public static List<int> WithArgument(string text) =>
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _) && CommandLine(name!).Contains(text, StringComparison.Ordinal))
            .Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture)),
    ];

    public static bool Exists(int id) => Directory.Exists($"/proc/{id}");

    public static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    private static string CommandLine(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
