using System.CommandLine;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>The command with <c>--bluetooth</c>: what must be shown of devices on the air.</summary>
internal static class BluetoothCommand
{
    public const string Switch = "--bluetooth";

    public static RootCommand Create()
    {
        var bluetooth = new Option<bool>(Switch) { Description = "measure this, and not the speed of the rest", Required = true };
        var mock = new Option<string?>("--mock") { Description = "the folder of bluez5_gatt.py, a template for python3-dbusmock" };
        var minutes = new Option<double>("--minutes") { Description = "how long the endurance test takes", DefaultValueFactory = _ => 10 };
        var only = new Option<string[]>("--only")
        {
            Description = $"measure these alone and print them: {string.Join(", ", BluetoothMeasure.All.Select(m => m.Name))}",
            AllowMultipleArgumentsPerToken = true,
        };
        only.AcceptOnlyFromAmong([.. BluetoothMeasure.All.Select(m => m.Name)]);
        var output = new Option<string>("--out") { Description = "where the report goes", DefaultValueFactory = _ => Path.Combine(Repository.Root, "docs", "bluetooth.md") };
        var root = new RootCommand("Measures Bluetooth devices against stand-ins of BlueZ and writes the report.") { bluetooth, mock, minutes, only, output };
        root.SetAction((parsed, cancellationToken) => RunAsync(
            new BluetoothBench(TimeProvider.System, parsed.GetValue(mock), TimeSpan.FromMinutes(parsed.GetValue(minutes))),
            parsed.GetValue(only)!,
            parsed.GetValue(output)!,
            cancellationToken));
        return root;
    }

    private static async Task RunAsync(BluetoothBench bench, string[] only, string output, CancellationToken cancellationToken)
    {
        var chosen = only.Length > 0 ? BluetoothMeasure.All.Where(m => only.Contains(m.Name)) : BluetoothMeasure.All;
        var (findings, loads) = (new List<Findings>(), new List<double> { Machine.LoadAverage });
        foreach (var measure in chosen)
        {
            await Console.Error.WriteLineAsync($"Measuring {measure.Name}");
            findings.Add(await measure.RunAsync(bench, cancellationToken));
            loads.Add(Machine.LoadAverage);
            await Console.Error.WriteLineAsync(BluetoothReport.Of(findings[^1..]));
        }

        var report = BluetoothReport.Head(bench, loads) + BluetoothReport.Of(findings);
        if (findings.Count < BluetoothMeasure.All.Count)
            Console.Write(report);
        else
            await File.WriteAllTextAsync(output, report, cancellationToken);
    }
}
