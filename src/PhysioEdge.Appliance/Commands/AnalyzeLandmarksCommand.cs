using System.CommandLine;
using PhysioEdge.Appliance.Recordings;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>analyze landmarks FILE</c>.</summary>
internal static class AnalyzeLandmarksCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV with time_s and <landmark>_x, _y, _z in metres, named as left_hip; any landmarks, any axes; plain or .gz" };
        var output = new Option<string>("--out") { Description = "the folder for the results; made with its parents", DefaultValueFactory = _ => "." };
        var rate = new NumberOption("--rate-hz", "the rows per second", 10, 2000, "they count where there is no column time_s") { Required = true };
        var height = new NumberOption("--height-m", "the patient's height in metres", 0.5, 2.5, "scales lengths whose scale does not fit it");
        var command = new Command("landmarks", "Measure joint angles, repetitions and gait in 3-D landmarks of any source.") { file, output, rate, height };
        command.Does((parsed, _) =>
        {
            var recording = LandmarkRecording.Read(parsed.GetValue(file)!, parsed.GetValue(rate)!.Value);
            var folder = CommandLine.MakeFolder(parsed.GetValue(output)!);
            LandmarkResults.Write(folder, LandmarkAnalysis.Of(recording), parsed.GetValue(height));
            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }
}
