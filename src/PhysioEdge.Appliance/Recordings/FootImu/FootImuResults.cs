using System.Text.Json;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.FootImu;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.FootImu;

/// <summary>Writes the files of an analysed recording of foot sensors.</summary>
internal static class FootImuResults
{
    public static void Write(string folder, FootImuAnalysis analysis)
    {
        WriteEvents(Path.Combine(folder, "events.csv"), analysis.Events);
        WriteStrides(Path.Combine(folder, "strides.csv"), analysis.Strides);
        var flags = analysis.Flags();
        RecordingResults.WriteFlags(Path.Combine(folder, "flags.csv"), flags);
        var summary = new { analysis.Samples, Strides = analysis.Strides.Count, Gait = Gait(analysis), Flags = flags.Select(FlagEntry.Of).ToArray() };
        File.WriteAllText(Path.Combine(folder, "summary.json"), JsonSerializer.Serialize(summary, RecordingSummary.Json) + "\n");
    }

    private static void WriteEvents(string path, IReadOnlyList<GaitEvent> events)
    {
        using var file = new CsvFile(path, ["side", "kind", "time_s", "emitted_s"]);
        foreach (var e in events)
            file.Add(Name(e.Side)).Add(e.Kind == GaitEventKind.InitialContact ? "IC" : "TO").Add(e.At.TotalSeconds, 4).Add(e.KnownAt.TotalSeconds, 4).EndRow();
    }

    private static void WriteStrides(string path, IReadOnlyList<FootStride> strides)
    {
        using var file = new CsvFile(path, ["side", "start_s", "ic_s", "to_s", "stride_time_s", "stride_length_m"]);
        foreach (var stride in strides)
        {
            file.Add(Name(stride.Side)).Add(stride.Start.TotalSeconds, 4).Add(stride.InitialContact.TotalSeconds, 4).Add(stride.ToeOff.TotalSeconds, 4)
                .Add(stride.StrideTimeSeconds ?? double.NaN, 4).Add(stride.LengthMetres ?? double.NaN, 4).EndRow();
        }
    }

    private static string Name(Side side) => side == Side.Left ? "left" : "right";

    private static Dictionary<string, double> Gait(FootImuAnalysis analysis)
    {
        var temporal = GaitParameters.Of(analysis.Contacts);
        var values = new Dictionary<string, double>();
        Add(values, "cadence_spm", temporal.CadenceStepsPerMinute);
        Add(values, "step_time_s", temporal.StepTimeSeconds);
        Add(values, "stride_time_s", temporal.StrideTimeSeconds);
        Add(values, "stance_s", temporal.StanceSeconds);
        Add(values, "swing_s", temporal.SwingSeconds);
        Add(values, "double_support_s", temporal.DoubleSupportSeconds);
        Add(values, "stride_time_cv_percent", temporal.StrideTimeVariabilityPercent);
        Add(values, "stride_length_m", Of(analysis.Strides, s => s.LengthMetres));
        Add(values, "speed_mps", Of(analysis.Strides, s => s.LengthMetres / s.StrideTimeSeconds));
        Add(values, "foot_clearance_m", Of(analysis.Strides, s => s.ClearanceMetres));
        return values;
    }

    /// <summary>The medians of each foot: the short strides of starts, stops and turns do not count as its usual ones.</summary>
    private static Sided Of(IReadOnlyList<FootStride> strides, Func<FootStride, double?> value)
        => new(Median(strides.Where(s => s.Side == Side.Left).Select(value)), Median(strides.Where(s => s.Side == Side.Right).Select(value)));

    private static double? Median(IEnumerable<double?> values)
    {
        double[] ordered = [.. values.OfType<double>().Order()];
        return ordered.Length > 0 ? ordered[ordered.Length / 2] : null;
    }

    private static void Add(Dictionary<string, double> values, string name, Sided value)
    {
        Add(values, name, value.Mean);
        Add(values, name + "_left", value.Left);
        Add(values, name + "_right", value.Right);
        Add(values, name + "_asymmetry", value.AsymmetryPercent);
    }

    private static void Add(Dictionary<string, double> values, string name, double? value)
    {
        if (value is { } known)
            values[name] = Math.Round(known, 4);
    }
}
