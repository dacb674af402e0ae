using System.Text.Json;
using System.Text.Json.Serialization;
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

    public required IReadOnlyList<BoutEntry> Bouts { get; init; }

    /// <summary>Gets the time in which no step was taken, s: standing, sitting, or the insoles not worn.</summary>
    public required double NotWalkingS { get; init; }

    /// <summary>Gets how long the patient stood on both feet, s; null when only one was recorded.</summary>
    public required double? StandingS { get; init; }

    public required IReadOnlyList<StandingEntry> Standing { get; init; }

    public required IReadOnlyList<TurnEntry> Turns { get; init; }

    /// <summary>Gets the number of strides, and how many of them were of steady walking, not of turns, starts and stops.</summary>
    public required int Strides { get; init; }

    public required int SteadyStrides { get; init; }

    /// <summary>Gets the parameters of all strides.</summary>
    public required IReadOnlyDictionary<string, double> Gait { get; init; }

    /// <summary>Gets the parameters of the steady strides alone.</summary>
    public required IReadOnlyDictionary<string, double> SteadyGait { get; init; }

    public required IReadOnlyDictionary<string, double> Loading { get; init; }

    public required IReadOnlyDictionary<string, SymmetryEntry> Asymmetry { get; init; }

    /// <summary>Gets how the legs with a prescribed limit were loaded, by side; null when nothing is prescribed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyDictionary<string, WeightBearingEntry>? WeightBearing { get; init; }

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
            Bouts = [.. bouts.Select(BoutEntry.Of)],
            NotWalkingS = Math.Round(duration - walking, 3),
            StandingS = recording.HasBothFeet ? Math.Round(analysis.Standing.Sum(p => p.Seconds), 3) : null,
            Standing = [.. analysis.Standing.Select(StandingEntry.Of)],
            Turns = [.. analysis.Turns.Select(TurnEntry.Of)],
            Steps = steps.Count,
            StepsLeft = left,
            StepsRight = steps.Count - left,
            Strides = analysis.Walk.Strides,
            SteadyStrides = analysis.SteadyStrides.Count,
            Gait = GaitNumbers.Of(GaitParameters.Of(steps.Select(s => s.Contact))),
            SteadyGait = SteadyGaitOf(analysis),
            Loading = LoadingOf(steps),
            Asymmetry = SymmetryEntry.Of(analysis.Walk.Symmetry),
            WeightBearing = WeightBearingEntry.Of(analysis.Walk),
            Flags = [.. analysis.Alarms.Select(FlagEntry.Of)],
        };
    }

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, RecordingSummary.Json) + "\n");

    private static Dictionary<string, double> SteadyGaitOf(InsoleAnalysis analysis)
    {
        HashSet<(Side, TimeSpan)> steady = [.. analysis.SteadyStrides.Select(s => (s.Side, s.InitialContact))];
        return GaitNumbers.Of(GaitParameters.Of(analysis.Steps.Select(s => s.Contact), c => steady.Contains((c.Side, c.InitialContact))));
    }

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
