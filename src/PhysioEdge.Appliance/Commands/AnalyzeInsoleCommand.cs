using System.CommandLine;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings.Insoles;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>analyze insole FILE</c>.</summary>
internal static class AnalyzeInsoleCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV with t_s and the cells of each foot: L_p1_Ncm2 … (N/cm², with --geometry) or L1_N … (N); .gz too" };
        var output = new Option<string>("--out") { Description = "the folder for the results; made with its parents", DefaultValueFactory = _ => "." };
        var geometry = new Option<string?>("--geometry") { Description = "the areas and places of the cells (JSON), which make force of pressure" };
        var size = new Option<string?>("--insole-size") { Description = "the size of the insoles, where the geometry holds several" };
        var mass = new NumberOption("--body-mass-kg", "the patient's mass in kilograms", 1, 500, "for the load of a step in percent of body weight");
        var left = new NumberOption("--left-limit-kg", "the most that the left leg may bear, in kilograms", 1, 500, "steps beyond it are flagged");
        var right = new NumberOption("--right-limit-kg", "the most that the right leg may bear, in kilograms", 1, 500, "steps beyond it are flagged");
        var command = new Command("insole", "Measure gait and loading in a recording of pressure insoles.") { file, output, geometry, size, mass, left, right };
        command.Does((parsed, _) => Task.FromResult(Run(
            InsoleRecording.Read(parsed.GetValue(file)!, parsed.GetValue(geometry), parsed.GetValue(size)),
            parsed.GetValue(output)!,
            parsed.GetValue(mass),
            [.. LimitOf(Side.Left, parsed.GetValue(left), parsed.GetValue(mass)), .. LimitOf(Side.Right, parsed.GetValue(right), parsed.GetValue(mass))])));
        return command;
    }

    private static IEnumerable<WeightBearingLimit> LimitOf(Side side, double? kilograms, double? mass)
        => kilograms is { } limit ? [new WeightBearingLimit(side, limit, mass)] : [];

    private static int Run(InsoleRecording recording, string output, double? bodyMassKilograms, IReadOnlyList<WeightBearingLimit> limits)
    {
        var folder = CommandLine.MakeFolder(output);
        InsoleResults.Write(folder, recording, InsoleAnalysis.Of(recording, limits), bodyMassKilograms);
        return CommandLine.Done;
    }
}
