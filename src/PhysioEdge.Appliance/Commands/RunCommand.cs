using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Hosting;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>run</c>: the service.</summary>
internal static class RunCommand
{
    private const double MostSpeed = 20;

    public static Command Create()
    {
        var config = new Option<string?>("--config") { Description = "the folder with box.json and careplans/; without it the simulated patient, the embedded broker and its receiver" };
        var speed = new Option<double?>("--speed")
        {
            Description = $"how fast the simulated patient's session goes by, 1 (real time) to {MostSpeed}; faster than the box can, it goes as fast as it can",
            CustomParser = ParseSpeed,
        };
        var log = new Option<LogForm>("--log") { Description = "how the log is written: plain for people, json (one object a line, with event ids and UTC) for machines" };
        var command = new Command("run", "Run the service until it is stopped (Ctrl+C).") { config, speed, log };
        command.Does((parsed, cancellationToken) => BoxHost.RunAsync(Configuration(parsed.GetValue(config), parsed.GetValue(speed)), parsed.GetValue(log), cancellationToken));
        return command;
    }

    private static BoxConfiguration Configuration(string? folder, double? speed) => (folder, speed) switch
    {
        (null, _) => BoxConfigurationReader.ForDemo(speed ?? 1),
        (_, null) => BoxConfigurationReader.Read(folder),
        _ => throw new InputException($"--speed is for the simulated patient of a run without --config; set cameras[].speed in {Path.Combine(folder, BoxConfigurationReader.FileName)} instead."),
    };

    private static double? ParseSpeed(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var speed) && speed is >= 1 and <= MostSpeed)
            return speed;
        result.AddError($"--speed {text}: a number from 1 (real time) to {MostSpeed} is expected");
        return null;
    }
}
