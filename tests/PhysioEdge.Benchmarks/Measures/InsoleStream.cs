using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>What one sample of a pair of insoles costs, and how many pairs one core carries.</summary>
internal static class InsoleStream
{
    private const int RateHz = 100;
    private const int Cells = 16;
    private const int Stride = 110;
    private const int Batch = 110 * 100;
    private const int WarmUp = 50;
    private const int Count = 100;

    public static Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "Insoles",
            $"A walk on two insoles of {Cells} cells at {RateHz} Hz: force, centre of pressure, steps, turns, standing, asymmetry and the load of one leg. A sample is of both feet; only steps take memory.",
            "", "ns per sample", "Bytes per sample", "Pairs per core");
        var (left, right) = (Walk(0), Walk(Stride / 2));
        var geometry = new InsoleGeometry(Enumerable.Range(0, Cells).Select(i => new InsoleCell(12, (i / 16.0) - 0.45, 0)));
        var (walk, sample, bytes) = (new InsoleWalk(ContactCriterion.PressureCells, [new WeightBearingLimit(Side.Left, 20, 70)]), 0L, 0L);
        var rounds = Rounds.Run(bench.Time, WarmUp, Count, round =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Batch; i++, sample++)
            {
                var at = TimeSpan.FromMilliseconds(1000.0 / RateHz * sample);
                walk.Add(Side.Left, at, geometry.Of(left[sample % Stride]));
                walk.Add(Side.Right, at, geometry.Of(right[sample % Stride]));
            }

            bytes += round < WarmUp ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
        });
        var nanoseconds = rounds.Milliseconds(0) * 1e6 / Batch;
        section.Add("One pair", nanoseconds, (double)bytes / Batch / Count, 1e9 / RateHz / nanoseconds);
        return Task.FromResult(section);
    }

    /// <summary>One stride of pressures, N/cm²: on the floor for three fifths of it.</summary>
    private static double[][] Walk(int offset) => [.. Enumerable.Range(0, Stride).Select(i =>
    {
        var phase = (i + offset) % Stride / (0.6 * Stride);
        return Enumerable.Repeat(phase < 1 ? 5 * Math.Sin(Math.PI * phase) : 0, Cells).ToArray();
    })];
}
