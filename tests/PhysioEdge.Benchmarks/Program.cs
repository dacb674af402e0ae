using System.CommandLine;
using PhysioEdge.Benchmarks.Bluetooth;
using PhysioEdge.Benchmarks.Bluetooth.Loads;
using PhysioEdge.Benchmarks.Measures;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;

if (args is [LoadReceiver.Switch, var pairs, var bus, var seconds])
{
    await LoadReceiver.RunAsync(pairs, bus, seconds, TimeProvider.System);
    return 0;
}

if (args.Contains(BluetoothCommand.Switch))
    return await BluetoothCommand.Create().Parse(args).InvokeAsync();

var only = new Option<string[]>("--only")
{
    Description = $"measure these alone and print them: {string.Join(", ", Measure.All.Select(m => m.Name))}",
    AllowMultipleArgumentsPerToken = true,
};
only.AcceptOnlyFromAmong([.. Measure.All.Select(m => m.Name)]);
var output = new Option<string>("--out")
{
    Description = "where the report goes",
    DefaultValueFactory = _ => Path.Combine(Repository.Root, "docs", "performance.md"),
};
var root = new RootCommand("Measures how fast PhysioEdge is on this machine and writes the report; with --bluetooth, what must be shown of Bluetooth devices.") { only, output };
root.SetAction(async (parsed, cancellationToken) =>
{
    using var bench = new Workbench(TimeProvider.System);
    var chosen = parsed.GetValue(only) is { Length: > 0 } names ? Measure.All.Where(m => names.Contains(m.Name)) : Measure.All;
    var sections = new List<Section>();
    foreach (var measure in chosen)
    {
        await Console.Error.WriteLineAsync($"Measuring {measure.Name}");
        sections.Add(await measure.RunAsync(bench, cancellationToken));
    }

    if (sections.Count < Measure.All.Count)
        Console.Write(string.Concat(sections.Select(Markdown.Of)));
    else
        PerformanceReport.Write(parsed.GetValue(output)!, sections, bench.Time);
});
return await root.Parse(args).InvokeAsync();
