using System.CommandLine;
using PhysioEdge.Appliance.Faults;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>bench</c>.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Try how much the box bears.") { CreateFaults(), CreateWriter() };

    private static Command CreateFaults()
    {
        var full = new Option<bool>("--full") { Description = "the size of the report; takes an hour or two" };
        var only = new Option<string[]>("--only")
        {
            Description = $"only these scenarios, parted by commas: {string.Join(", ", FaultBench.Scenarios.Select(s => s.Name))}",
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        };
        var output = new Option<string?>("--out") { Description = "write the report to this file; else it is printed" };
        var command = new Command("faults", "Kill brokers and services, fill disks, cut links, and look whether anything was lost.") { full, only, output };
        command.Does(async (parsed, cancellationToken) =>
        {
            var isFull = parsed.GetValue(full);
            var results = await FaultBench.RunAsync(Choose(parsed.GetValue(only)), isFull, Console.Error.WriteLine, cancellationToken);
            var report = FaultReport.Write(results, isFull);
            if (parsed.GetValue(output) is { } file)
                await File.WriteAllTextAsync(file, report, cancellationToken);
            else
                await Console.Out.WriteAsync(report);
            return results.All(result => result.Passed) ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <summary>What <c>faults</c> kills.</summary>
    private static Command CreateWriter()
    {
        var folder = new Argument<string>("FOLDER");
        var port = new Argument<int>("PORT");
        var command = new Command("writer") { folder, port };
        command.Hidden = true;
        command.Does(async (parsed, cancellationToken) =>
        {
            await Writer.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(port), cancellationToken);
            return CommandLine.Done;
        });
        return command;
    }

    private static IEnumerable<IFaultScenario> Choose(string[]? names)
    {
        if (names is not { Length: > 0 })
            return FaultBench.Scenarios;
        var unknown = names.Except(FaultBench.Scenarios.Select(s => s.Name)).ToList();
        return unknown.Count == 0
            ? FaultBench.Scenarios.Where(s => names.Contains(s.Name))
            : throw new InputException($"There is no scenario {unknown[0]} (--only); there are: {string.Join(", ", FaultBench.Scenarios.Select(s => s.Name))}.");
    }
}
