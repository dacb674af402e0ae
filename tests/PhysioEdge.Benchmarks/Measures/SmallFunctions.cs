using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.TestKit;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>The small pure functions that run for each picture, by BenchmarkDotNet.</summary>
internal static class SmallFunctions
{
    public static Section Measure()
    {
        using var folder = new TempFolder();
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(folder.Path);
        var summary = BenchmarkRunner.Run<FrameFunctions>(config);
        var section = new Section(
            "Functions",
            "The functions that run once for each picture, by BenchmarkDotNet (short run, in this process).",
            "Function", "Mean, µs", "± (99.9 %), µs", "Bytes allocated");
        foreach (var report in summary.Reports)
        {
            var name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
            if (report.ResultStatistics is { } statistics)
                section.Add(name, statistics.Mean / 1000, statistics.ConfidenceInterval.Margin / 1000, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
            else
                section.AddMissing(name, "it failed");
        }

        return section;
    }
}
