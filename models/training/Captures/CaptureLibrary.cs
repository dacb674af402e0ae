using PhysioEdge.Training.Motions;

namespace PhysioEdge.Training.Captures;

/// <summary>The recorded movements that weights may be trained on.</summary>
/// <param name="All">All of them.</param>
/// <param name="Walks">Those that are walks on level ground.</param>
/// <param name="Curves">The strides of walks of which only the angles were recorded.</param>
internal sealed record CaptureLibrary(IReadOnlyList<ICapture> All, IReadOnlyList<ICapture> Walks, IReadOnlyList<GaitCurves> Curves)
{
    /// <summary>Less than this, seconds, is no movement to learn from.</summary>
    private const double ShortestSeconds = 2.2;

    private static readonly string[] CmuWalks = ["02_01", "02_02"];

    /// <summary>Reads them from the folder of recordings.</summary>
    public static CaptureLibrary Read(string folder)
    {
        var (all, walks) = (new List<ICapture>(), new List<ICapture>());
        foreach (var skeleton in Files(folder, "cmu-mocap", "*.asf*"))
        {
            var bones = AcclaimSkeleton.Read(skeleton);
            foreach (var path in Files(folder, "cmu-mocap", $"{Path.GetFileName(skeleton).Split('.')[0]}_*.amc*"))
            {
                var capture = AcclaimCapture.Read(bones, path);
                if (capture.Seconds >= ShortestSeconds)
                    all.Add(capture);
                if (Array.Exists(CmuWalks, walk => Path.GetFileName(path).StartsWith(walk, StringComparison.Ordinal)))
                    walks.Add(capture);
            }
        }

        foreach (var capture in Files(folder, "opencap-markers-grf", "*.trc*").Select(MarkerCapture.Read))
        {
            if (capture.Seconds >= ShortestSeconds)
                all.Add(capture);
            else if (LoopedCapture.Of(capture) is { } walk)
                walks.Add(walk);
        }

        return new CaptureLibrary(all, walks, [.. Files(folder, "lbmc-benchmark-anchors", "markers_gait_*.csv*").SelectMany(CurveCapture.Read)]);
    }

    private static IEnumerable<string> Files(string folder, string set, string pattern) =>
        Directory.GetFiles(Path.Combine(folder, "vision", set), pattern).Order(StringComparer.Ordinal);
}
