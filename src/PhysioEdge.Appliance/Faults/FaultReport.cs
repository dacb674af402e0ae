using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PhysioEdge.Appliance.Faults;

/// <summary>The results as a page for people.</summary>
internal static class FaultReport
{
    public static string Write(IReadOnlyList<FaultResult> results, bool full)
    {
        var text = new StringBuilder();
        text.AppendLine("# Reliability")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"What was done to the box on purpose, and what came of it. Made by `dotnet run -c Release --project src/PhysioEdge.Appliance -- bench faults{(full ? " --full" : "")} --out docs/reliability.md`; it needs mosquitto, strace and libfaketime, and root for the full disk. The same scenarios run in a small size with every test run (tests/PhysioEdge.Appliance.Tests/Faults).")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{(full ? "Full size" : "The size of a test")}, {results.Count} scenarios in {results.Sum(r => r.Took.TotalMinutes):0.0} min on {Environment.ProcessorCount} {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()} cores.")
            .AppendLine()
            .AppendLine("| Scenario | Held |")
            .AppendLine("| --- | --- |");
        foreach (var result in results)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {result.Scenario.Name} | {(result.NotRun is not null ? "not run" : result.Passed ? "yes" : "no")} |");
        foreach (var result in results)
            Write(text, result);
        return text.ToString();
    }

    private static void Write(StringBuilder text, FaultResult result)
    {
        text.AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"## {result.Scenario.Name}")
            .AppendLine()
            .AppendLine(result.Scenario.What)
            .AppendLine();
        if (result.NotRun is { } why)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Not run: {why}");
            return;
        }

        text.AppendLine("| | Value | Aim | Met |").AppendLine("| --- | --- | --- | --- |");
        foreach (var measure in result.Measures)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {measure.Name} | {measure.Value} | {measure.Aim} | {measure.Met switch { true => "yes", false => "no", null => "" }} |");
    }
}
