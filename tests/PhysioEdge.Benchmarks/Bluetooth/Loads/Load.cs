using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Simulation.Bluetooth;

namespace PhysioEdge.Benchmarks.Bluetooth.Loads;

/// <summary>What many insoles cost the box.</summary>
internal static class Load
{
    private const int Seconds = 60;

    public static async Task<Findings> MeasureAsync(BluetoothBench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "Many insoles",
            $"Pairs of insoles of 16 cells and a motion sensor at 100 Hz, two samples in a notification, for {Seconds} s each: the box's side alone in a process of its own, from the bus through "
                + "decoding, timing, steps, turns, symmetry and partial weight bearing of each patient. The fake and what it sends are in another process, whose share of a core is told beside it. "
                + "Taken in: from the arrival of a notification to its having gone through the pipeline. Measured: to its own samples coming out as force and centre of pressure, which wait for the other foot's.",
            "Pairs", "Linked after, s", "Notifications per s", "Lost", "Core, %", "The fake's core, %", "Working set, MB", "Of it before, MB", "Bytes per notification", "Taken in: median, 99 %, longest, ms", "Measured: median, 99 %, longest, ms", "Steps");
        var aims = new List<Aim>();
        foreach (var pairs in (int[])[1, 10, 50])
        {
            await Console.Error.WriteLineAsync($"  {pairs} pairs");
            await section.TryAsync($"{pairs}", async () => aims.Add(await MeasureAsync(section, pairs, bench.Time, cancellationToken)));
        }

        return new Findings([section], aims);
    }

    private static async Task<Aim> MeasureAsync(Section section, int pairs, TimeProvider time, CancellationToken cancellationToken)
    {
        var crowd = new InsoleCrowd(pairs);
        await using var bluez = new FakeBluez(crowd.Peripherals(), time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var playing = Task.Run(() => bluez.PlayAsync(crowd.Notifications(), 1, over.Token), over.Token);
        var (result, fakeShare) = await ReceiveAsync(pairs, bluez.Address, time, cancellationToken);
        await over.CancelAsync();
        await playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        section.Add(
            $"{pairs}", result.LinkedAfterSeconds, result.Notifications / (double)Seconds, result.Lost, result.CoreShare * 100, fakeShare * 100, result.WorkingSetMegabytes,
            result.WorkingSetBeforeMegabytes, result.BytesPerNotification, Text(result.ProcessedMilliseconds), Text(result.MeasuredMilliseconds), result.Steps);
        return new Aim(
            $"Insoles, pairs: {pairs}: nothing lost; processor, memory, 99 % from notification to measurement told",
            string.Create(CultureInfo.InvariantCulture, $"{result.Lost} lost, {result.CoreShare:P1} of a core, {result.WorkingSetMegabytes:F0} MB, {result.ProcessedMilliseconds[1]:F2} ms taken in, {result.MeasuredMilliseconds[1]:F1} ms measured"),
            result.Lost == 0);
    }

    private static async Task<(LoadResult Result, double FakeShare)> ReceiveAsync(int pairs, string bus, TimeProvider time, CancellationToken cancellationToken)
    {
        string[] arguments = [LoadReceiver.Switch, pairs.ToString(CultureInfo.InvariantCulture), bus, Seconds.ToString(CultureInfo.InvariantCulture)];
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "PhysioEdge.Benchmarks"), arguments) { RedirectStandardOutput = true })!;
        try
        {
            if (await process.StandardOutput.ReadLineAsync(cancellationToken) != LoadReceiver.Begun)
                throw new InvalidOperationException("The receiving process has ended before it began to measure.");
            var (cpu, begun) = (Environment.CpuUsage.TotalTime, time.GetTimestamp());
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The receiving process has ended without a result.");
            return (JsonSerializer.Deserialize<LoadResult>(line)!, (Environment.CpuUsage.TotalTime - cpu) / time.GetElapsedTime(begun));
        }
        finally
        {
            process.Kill();
        }
    }

    private static string Text(double[] milliseconds) => string.Join(", ", milliseconds.Select(m => m.ToString("F2", CultureInfo.InvariantCulture)));
}
