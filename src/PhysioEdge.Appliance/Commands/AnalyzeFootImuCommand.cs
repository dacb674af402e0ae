using System.CommandLine;
using PhysioEdge.Analysis.Gait.FootImu;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings.FootImu;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>analyze foot-imu</c>.</summary>
internal static class AnalyzeFootImuCommand
{
    public static Command Create()
    {
        var left = new Option<string?>("--left") { Description = "the left foot's recording (CSV): acc_x, acc_y, acc_z in m/s², gyr_x, gyr_y, gyr_z" };
        var right = new Option<string?>("--right") { Description = "the right foot's recording" };
        var rate = new NumberOption("--rate-hz", "samples per second", FootGait.LowestRateHz, FootGait.HighestRateHz, "as the counter counts them") { Required = true };
        var counter = new Option<string?>("--counter") { Description = "the column with the device's sample counter, 16 bits or more; without it rows are counted" };
        var unit = new Option<string>("--gyro-unit") { Description = "radps (rad/s) or dps (°/s)", DefaultValueFactory = _ => "radps" };
        var output = new Option<string>("--out") { Description = "the folder for the results; made with its parents", DefaultValueFactory = _ => "." };
        var command = new Command("foot-imu", "Measure gait with inertial sensors on the feet, mounted any way round.") { left, right, rate, counter, unit, output };
        command.Does((parsed, _) => Task.FromResult(Run(
            [(Side.Left, parsed.GetValue(left)), (Side.Right, parsed.GetValue(right))],
            parsed.GetValue(rate)!.Value,
            parsed.GetValue(counter),
            RadiansPerUnit(parsed.GetValue(unit)!),
            parsed.GetValue(output)!)));
        return command;
    }

    private static double RadiansPerUnit(string unit) => unit switch
    {
        "radps" => 1,
        "dps" => double.DegreesToRadians(1),
        _ => throw new InputException($"--gyro-unit {unit}: not known; allowed: radps, dps"),
    };

    private static int Run(IReadOnlyList<(Side Side, string? File)> feet, double samplingRateHz, string? counter, double radians, string output)
    {
        if (feet.All(foot => foot.File is null))
            throw new InputException("--left or --right is missing: give the recording of one foot or of both");
        var analysis = new FootImuAnalysis();
        foreach (var (side, file) in feet)
        {
            if (file is not null)
                analysis.Add(side, samplingRateHz, FootImuFile.Read(file, samplingRateHz, counter, radians));
        }

        FootImuResults.Write(CommandLine.MakeFolder(output), analysis);
        return CommandLine.Done;
    }
}
