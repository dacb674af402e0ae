using System.Globalization;

namespace PhysioEdge.Benchmarks.Report;

/// <summary>The file docs/performance.md.</summary>
internal static class PerformanceReport
{
    public static void Write(string path, IReadOnlyList<Section> sections, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, Head(time) + string.Concat(sections.Select(Markdown.Of)));
    }

    private static string Head(TimeProvider time) => $"""
        # Performance

        Measured {time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; generated, not edited. Again:

            dotnet run -c Release --project tests/PhysioEdge.Benchmarks

        | | |
        |---|---|
        | Processor | {Machine.Processor}, {Environment.ProcessorCount} cores |
        | System | {Machine.System} |
        | .NET | {Environment.Version} |
        | ONNX Runtime | {Machine.OnnxRuntime} |
        | OpenCV | {Machine.OpenCv} |
        | ffmpeg | {Machine.Ffmpeg} |

        Times are medians. What is compared is done in turn, once a round, in one process on one thread, and a ratio is the
        median of the rounds' ratios; so ratios hold where other work on the machine makes the times themselves unsteady.
        The pictures are of the simulated patient doing squats, 30 a second.

        """;
}
