using System.CommandLine;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Hosting;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>run</c>: the service.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var config = new Option<string?>("--config") { Description = "the folder with box.json and careplans/; without it the simulated patient, the embedded broker and its receiver" };
        var command = new Command("run", "Run the service until it is stopped (Ctrl+C).") { config };
        command.Does((parsed, cancellationToken) => BoxHost.RunAsync(
            parsed.GetValue(config) is { } folder ? BoxConfigurationReader.Read(folder) : BoxConfigurationReader.ForDemo(),
            cancellationToken));
        return command;
    }
}
