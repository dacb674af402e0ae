using System.CommandLine;
using PhysioEdge.Appliance.Recordings;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>analyze series FILE</c>.</summary>
internal static class AnalyzeSeriesCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV with timestamp and value, plain or .gz" };
        var output = new Option<string>("--out") { Description = "the folder for the results; made with its parents", DefaultValueFactory = _ => "." };
        var command = new Command("series", "Score how unusual each value of a series is; 0.5 and above is an anomaly.") { file, output };
        command.Does((parsed, _) => Task.FromResult(Run(parsed.GetValue(file)!, parsed.GetValue(output)!)));
        return command;
    }

    private static int Run(string file, string output)
    {
        var table = InputTable.Read(file);
        SeriesScores.Write(CommandLine.MakeFolder(output), table);
        return CommandLine.Done;
    }
}
