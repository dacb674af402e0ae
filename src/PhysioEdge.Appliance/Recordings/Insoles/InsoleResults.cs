using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.Insoles;

/// <summary>Writes the files of an analysed recording of insoles.</summary>
internal static class InsoleResults
{
    public static void Write(string folder, InsoleRecording recording, InsoleAnalysis analysis, double? bodyMassKilograms)
    {
        WriteSteps(Path.Combine(folder, "steps.csv"), analysis.Steps, bodyMassKilograms);
        WriteLoads(Path.Combine(folder, "force_cop.csv"), recording);
        RecordingResults.WriteFlags(Path.Combine(folder, "flags.csv"), analysis.Alarms);
        InsoleSummary.Of(recording, analysis).Write(Path.Combine(folder, "summary.json"));
    }

    private static void WriteSteps(string path, IReadOnlyList<InsoleStep> steps, double? bodyMassKilograms)
    {
        using var file = new CsvFile(
            path,
            ["side", "ic_s", "to_s", "stance_s", "swing_s", "stride_s", "impulse_ns", "peak_n", "mean_n", "peak_kg", "peak_percent_of_body_weight", "cop_start_x", "cop_end_x", "cop_length", "cop_width"]);
        foreach (var row in StepRow.Of(steps))
        {
            var (step, contact) = (row.Step, row.Step.Contact);
            var kilograms = WeightBearingLimit.KilogramsOf(step);
            file.Add(contact.Side == Side.Left ? "left" : "right")
                .Add(contact.InitialContact.TotalSeconds, 4).Add(contact.ToeOff.TotalSeconds, 4)
                .Add(contact.StanceSeconds, 4).Add(row.SwingSeconds, 4).Add(row.StrideSeconds, 4).Add(step.ImpulseNewtonSeconds, 2)
                .Add(step.PeakNewtons, 1).Add(step.MeanNewtons, 1).Add(kilograms, 1)
                .Add(100 * kilograms / (bodyMassKilograms ?? double.NaN), 1);
            if (step.CentreOfPressure is { } centre)
                file.Add(centre.StartX, 4).Add(centre.EndX, 4).Add(centre.Length, 4).Add(centre.Width, 4).EndRow();
            else
                file.AddUnknown(4).EndRow();
        }
    }

    private static void WriteLoads(string path, InsoleRecording recording)
    {
        using var file = new CsvFile(path, ["t_s", "left_force_n", "left_cop_x", "left_cop_y", "right_force_n", "right_cop_x", "right_cop_y"]);
        for (var row = 0; row < recording.RowCount; row++)
        {
            file.Add(recording.TimeOf(row).TotalSeconds, 4);
            AddLoad(file, recording.LoadOf(Side.Left, row));
            AddLoad(file, recording.LoadOf(Side.Right, row));
            file.EndRow();
        }
    }

    private static void AddLoad(CsvFile file, in FootLoad load)
        => file.Add(load.ForceNewtons, 2).Add(load.CentreX, 6).Add(load.CentreY, 6);
}
