using System.Text.Json;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.Insoles;

/// <summary>What <c>summary.json</c> says of a recording of insoles.</summary>
internal sealed record InsoleSummary
{
    public required long Samples { get; init; }

    public required double DurationS { get; init; }

    public required int Steps { get; init; }

    public required int StepsLeft { get; init; }

    public required int StepsRight { get; init; }

    /// <summary>Gets how long the patient walked, in how many bouts, s.</summary>
    public required double WalkingS { get; init; }

    public required int WalkingBouts { get; init; }

    /// <summary>Gets the time in which no step was taken, s: standing, sitting, or the insoles not worn.</summary>
    public required double NotWalkingS { get; init; }

    /// <summary>Gets the number of strides, and how many of them were of steady walking, not of turns, starts and stops.</summary>
    public required int Strides { get; init; }

    public required int SteadyStrides { get; init; }

    public required IReadOnlyDictionary<string, double> Gait { get; init; }

    public required IReadOnlyDictionary<string, double> Loading { get; init; }

    public required IReadOnlyDictionary<string, SymmetryEntry> Asymmetry { get; init; }

    public required IReadOnlyList<FlagEntry> Flags { get; init; }

    public static InsoleSummary Of(InsoleRecording recording, InsoleAnalysis analysis)
    {
        var steps = analysis.Steps;
        var left = steps.Count(s => s.Contact.Side == Side.Left);
        var rows = recording.RowCount;
        var duration = rows > 0 ? (recording.TimeOf(rows - 1) - recording.TimeOf(0)).TotalSeconds : 0;
        var bouts = WalkingBout.Of(steps.Select(s => s.Contact));
        var walking = bouts.Sum(b => (b.End - b.Start).TotalSeconds);
        return new InsoleSummary
        {
            Samples = rows,
            DurationS = Math.Round(duration, 3),
            WalkingS = Math.Round(walking, 3),
            WalkingBouts = bouts.Count,
            NotWalkingS = Math.Round(duration - walking, 3),
            Steps = steps.Count,
            StepsLeft = left,
            StepsRight = steps.Count - left,
            Strides = analysis.Strides,
            SteadyStrides = analysis.SteadyStrides.Count,
            Gait = GaitNumbers.Of(GaitParameters.Of(steps.Select(s => s.Contact))),
            Loading = LoadingOf(steps),
            Asymmetry = SymmetryEntry.Of(analysis.SteadyStrides),
            Flags = [.. analysis.Flags.Select(FlagEntry.Of)],
        };
    }

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, RecordingSummary.Json) + "\n");

    private static Dictionary<string, double> LoadingOf(IReadOnlyList<InsoleStep> steps)
    {
        var numbers = new Dictionary<string, double>();
        Add("peak_force_n", s => s.PeakNewtons);
        Add("mean_force_n", s => s.MeanNewtons);
        Add("impulse_ns", s => s.ImpulseNewtonSeconds);
        return numbers;

        void Add(string name, Func<InsoleStep, double> value)
            => GaitNumbers.Add(numbers, name, new Sided(Mean(Side.Left, value), Mean(Side.Right, value)), 1);

        double? Mean(Side side, Func<InsoleStep, double> value)
            => steps.Where(s => s.Contact.Side == side).Select(value).DefaultIfEmpty(double.NaN).Average() is var mean && double.IsNaN(mean) ? null : mean;
    }
}

/// <summary>A symmetry index over the steady strides: its mean, positive when the right is larger, and the half width of its 95 % confidence interval.</summary>
internal sealed record SymmetryEntry(double MeanPercent, double ConfidencePercent, int Strides)
{
    private const double NormalQuantile = 1.96;
    private const int Enough = 5;

    public static Dictionary<string, SymmetryEntry> Of(IReadOnlyList<StrideSymmetry> strides) => strides.Count < Enough ? [] : new()
    {
        ["peak_force"] = Of([.. strides.Select(s => s.PeakPercent)]),
        ["impulse"] = Of([.. strides.Select(s => s.ImpulsePercent)]),
        ["stance"] = Of([.. strides.Select(s => s.StancePercent)]),
        ["step_time"] = Of([.. strides.Select(s => s.StepTimePercent)]),
    };

    private static SymmetryEntry Of(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        return new SymmetryEntry(Math.Round(mean, 1), Math.Round(NormalQuantile * deviation / Math.Sqrt(values.Length), 1), values.Length);
    }
}
