using System.CommandLine;
using PhysioEdge.Analysis.HeartRate;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Recordings.HeartRate;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>analyze heart-rate FILE</c>.</summary>
internal static class AnalyzeHeartRateCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV, plain or .gz: rr_ms for each beat; or time_s and hr_bpm; or heart_rate and activity for each minute" };
        var output = new Option<string>("--out") { Description = "the folder for the results; made with its parents", DefaultValueFactory = _ => "." };
        var activity = new Option<string?>("--activity") { Description = "the column that names the activity; 'activity' if there is one" };
        var age = new NumberOption("--age", "the patient's age in years", 5, 110, "for the zones of effort, from 208 - 0.7 × age");
        var maximum = new NumberOption("--max-bpm", "the patient's highest heart rate, if it was measured", 120, 230, "for the zones of effort");
        var resting = new NumberOption("--resting-bpm", "the patient's resting heart rate", 25, 110, "the zones begin at it; with --age or --max-bpm");
        var limit = new NumberOption("--limit-bpm", "the heart rate that is not to be passed", 40, 230, "flagged when it is passed for ten seconds");
        var command = new Command("heart-rate", "Tell beats from artefacts and find sudden rises of the heart rate.") { file, output, activity, age, maximum, resting, limit };
        command.Does((parsed, _) => Task.FromResult(Run(
            parsed.GetValue(file)!,
            parsed.GetValue(output)!,
            parsed.GetValue(activity),
            ZonesOf(parsed.GetValue(age), parsed.GetValue(maximum), parsed.GetValue(resting)),
            parsed.GetValue(limit))));
        return command;
    }

    private static HeartRateZones? ZonesOf(double? ageYears, double? maximumBpm, double? restingBpm)
    {
        if ((maximumBpm ?? (ageYears is { } age ? HeartRateZones.MaximumOfAge(age) : null)) is { } highest)
            return new HeartRateZones(highest, restingBpm ?? 0);
        return restingBpm is null ? null : throw new InputException("--resting-bpm alone makes no zones: give --age or --max-bpm too");
    }

    private static int Run(string file, string output, string? activity, HeartRateZones? zones, double? limitBpm)
    {
        var analysis = HeartRateAnalysis.Of(InputTable.Read(file), activity, zones, limitBpm);
        HeartRateSummary.Write(CommandLine.MakeFolder(output), analysis);
        return CommandLine.Done;
    }
}
