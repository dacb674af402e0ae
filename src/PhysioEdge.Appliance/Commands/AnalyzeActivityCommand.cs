using System.CommandLine;
using PhysioEdge.Analysis.Activity;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Recordings.Activity;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>analyze activity FILE</c>.</summary>
internal static class AnalyzeActivityCommand
{
    private const double HighestRateHz = 2000;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV, plain or .gz: acc_x, acc_y, acc_z of a watch, gravity included; time_s if there is one" };
        var rate = new NumberOption("--rate-hz", "samples per second", ActivityMonitor.LowestRateHz, HighestRateHz, "rows follow one another at it where there is no time_s") { Required = true };
        var unit = new Option<string>("--acc-unit") { Description = "mps2 (m/s²) or g", DefaultValueFactory = _ => "mps2" };
        var output = new Option<string>("--out") { Description = "the folder for the results; made with its parents", DefaultValueFactory = _ => "." };
        var command = new Command("activity", "Tell how active the wearer of a watch is, five seconds at a time.") { file, rate, unit, output };
        command.Does((parsed, _) => Task.FromResult(Run(
            parsed.GetValue(file)!,
            parsed.GetValue(rate)!.Value,
            MetresPerSecondSquared(parsed.GetValue(unit)!),
            parsed.GetValue(output)!)));
        return command;
    }

    private static double MetresPerSecondSquared(string unit) => unit switch
    {
        "mps2" => 1,
        "g" => MotionIntensity.StandardGravity,
        _ => throw new InputException($"--acc-unit {unit}: not known; allowed: mps2, g"),
    };

    private static int Run(string file, double samplingRateHz, double metresPerSecondSquared, string output)
    {
        var analysis = ActivityAnalysis.Of(InputTable.Read(file), samplingRateHz, metresPerSecondSquared);
        ActivitySummary.Write(CommandLine.MakeFolder(output), analysis);
        return CommandLine.Done;
    }
}
