using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>Something that is measured, by the name under which it can be asked for alone.</summary>
internal sealed record Measure(string Name, Func<Workbench, CancellationToken, Task<Section>> RunAsync)
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("tracking", TrackedFrames.MeasureAsync),
        new("opencv", OpenCvComparison.MeasureAsync),
        new("rate", FrameRate.MeasureAsync),
        new("decoding", Decoding.MeasureAsync),
        new("phantom", Rendering.MeasureAsync),
        new("page", LivePage.MeasureAsync),
        new("analysis", Analysing.MeasureAsync),
        new("insoles", InsoleStream.MeasureAsync),
        new("allocations", Allocations.MeasureAsync),
        new("functions", static (_, _) => Task.Run(SmallFunctions.Measure)),
    ];
}
