using System.Globalization;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Recordings.Insoles;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>Pressure insoles against what their maker's software exports: force, centre of pressure and the report on each step.</summary>
internal static class OpengoAccuracy
{
    private const string Ending = "_input.csv";

    public static IEnumerable<Score> Measure(string folder)
        => Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal).SelectMany(path => Measure(folder, Path.GetFileName(path)[..^Ending.Length]));

    private static IEnumerable<Score> Measure(string folder, string name)
    {
        var recording = InsoleRecording.Read(Path.Combine(folder, name + Ending), Path.Combine(folder, "geometry.json"), SizeOf(Path.Combine(folder, name + "_header.txt")));
        var steps = Path.Combine(folder, name + "_truth_steps.csv");
        var loads = OfLoads($"opengo/{name}", recording, InputTable.Read(Path.Combine(folder, name + "_truth_force_cop.csv")));
        return File.Exists(steps) ? loads.Concat(OfSteps(folder, name, InsoleAnalysis.Of(recording, []).Steps)) : loads;
    }

    private static string? SizeOf(string path)
        => File.ReadLines(path).Select(line => line.Split("Size:")).FirstOrDefault(parts => parts.Length == 2)?[1].Trim();

    private static IEnumerable<Score> OfLoads(string recording, InsoleRecording insoles, InputTable truth)
    {
        var (force, centre) = (new List<double>(), new List<double>());
        foreach (var (side, foot) in ((Side, string)[])[(Side.Left, "L"), (Side.Right, "R")])
        {
            var (forces, x, y) = (truth.Numbers($"{foot}_force_N"), truth.Numbers($"{foot}_copx"), truth.Numbers($"{foot}_copy"));
            for (var row = 0; row < forces.Length; row++)
            {
                var load = insoles.LoadOf(side, row);
                if (double.IsNaN(forces[row]) || double.IsNaN(load.ForceNewtons))
                    continue;
                force.Add(Math.Abs(load.ForceNewtons - forces[row]));
                if (forces[row] > InsoleGeometry.LeastForceForCentreNewtons)
                    centre.AddRange([Square(load.CentreX - x[row]), Square(load.CentreY - y[row])]);
            }
        }

        yield return new Score(recording, "force, mean absolute error", force.DefaultIfEmpty(double.NaN).Average(), "N", 2, AtMost: 0.5);
        yield return new Score(recording, "centre of pressure above 50 N, root mean square error", Math.Sqrt(centre.DefaultIfEmpty(double.NaN).Average()), "", 4, AtMost: 0.002);
    }

    private static IEnumerable<Score> OfSteps(string folder, string name, IReadOnlyList<InsoleStep> steps)
    {
        var recording = $"opengo/{name}";
        var reference = StepReference.Read(Path.Combine(folder, name + "_truth_steps.csv"), "Initial contact (s)", "Toe off (s)", steps);
        yield return new Score(recording, "steps missed", reference.Missed, "", 0, AtMost: 0);
        yield return new Score(recording, "steps too many", reference.Extra, "", 0, AtMost: 0);
        yield return new Score(recording, "initial contact, mean absolute error", reference.MeanErrorMilliseconds(c => c.InitialContact), "ms", 1, AtMost: 6);
        yield return new Score(recording, "toe-off, mean absolute error", reference.MeanErrorMilliseconds(c => c.ToeOff), "ms", 1, AtMost: 10);
        yield return new Score(recording, "stance time, mean absolute error", reference.MeanErrorMilliseconds(c => c.ToeOff - c.InitialContact), "ms", 1, AtMost: 12);
        yield return new Score(recording, "stride time, mean absolute error", reference.StrideErrorMilliseconds(), "ms", 1, AtMost: 6);
        var (own, given) = (GaitParameters.Of(steps.Select(s => s.Contact)), GaitParameters.Of(reference.Contacts));
        yield return new Score(
            recording,
            string.Create(CultureInfo.InvariantCulture, $"cadence, off from {given.CadenceStepsPerMinute:F1} steps/min"),
            Math.Abs(own.CadenceStepsPerMinute - given.CadenceStepsPerMinute ?? double.NaN), "steps/min", 2, AtMost: 0.5);
    }

    private static double Square(double value) => value * value;
}
