namespace PhysioEdge.Training.Captures;

/// <summary>The recorded movements that weights may be trained on, in the folder of recordings.</summary>
internal static class CaptureLibrary
{
    /// <summary>Less than this, seconds, is no movement to learn from.</summary>
    private const double ShortestSeconds = 2.2;

    public static IReadOnlyList<ICapture> Read(string folder)
    {
        var captures = new List<ICapture>();
        foreach (var skeleton in Files(folder, "cmu-mocap", "*.asf*"))
        {
            var bones = AcclaimSkeleton.Read(skeleton);
            var subject = Path.GetFileName(skeleton).Split('.')[0];
            captures.AddRange(Files(folder, "cmu-mocap", $"{subject}_*.amc*").Select(path => AcclaimCapture.Read(bones, path)));
        }

        captures.AddRange(Files(folder, "opencap-markers-grf", "*.trc*").Select(MarkerCapture.Read));
        return [.. captures.Where(capture => capture.Seconds >= ShortestSeconds)];
    }

    private static IEnumerable<string> Files(string folder, string set, string pattern) =>
        Directory.GetFiles(Path.Combine(folder, "vision", set), pattern).Order(StringComparer.Ordinal);
}
