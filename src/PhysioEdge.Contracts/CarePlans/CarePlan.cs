using System.Text.Json.Serialization;

namespace PhysioEdge.Contracts.CarePlans;

/// <summary>What the therapist prescribed for one patient. Read with <see cref="CarePlanReader"/>, which checks it.</summary>
public sealed record CarePlan
{
    /// <summary>Gets the patient's site pseudonym, for example <c>pt-7f3a</c>.</summary>
    public required string Patient { get; init; }

    /// <summary>Gets the number of this plan among the patient's plans, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Gets what is to be done, at least one exercise.</summary>
    public required IReadOnlyList<PrescribedExercise> Exercises { get; init; }
}

/// <summary>One exercise of a care plan.</summary>
public sealed record PrescribedExercise
{
    /// <summary>Gets the exercise, one of <see cref="ExerciseNames.All"/>.</summary>
    public required string Exercise { get; init; }

    /// <summary>Gets the patient's side that is exercised.</summary>
    public required PrescribedSide Side { get; init; }

    /// <summary>Gets how many sets, 1–20.</summary>
    public required int Sets { get; init; }

    /// <summary>Gets how many repetitions make one set, 1–100.</summary>
    public required int Reps { get; init; }

    /// <summary>Gets the pause in seconds after which a set counts as ended, 2–300.</summary>
    [JsonPropertyName("max_pause_s")]
    public double MaxPauseSeconds { get; init; } = 20;

    /// <summary>Gets how far the trunk may lean during a repetition from where it was at its start, degrees, 5–90; null when the patient's own usual decides.</summary>
    [JsonPropertyName("max_trunk_lean_deg")]
    public double? MaxTrunkLeanDegrees { get; init; }

    /// <summary>Gets the shortest time that a repetition may take from start to end, seconds, 0.5–30; null for what is usually taught.</summary>
    [JsonPropertyName("min_repetition_s")]
    public double? MinRepetitionSeconds { get; init; }

    /// <summary>Gets what is measured; empty when only the repetitions count.</summary>
    public required IReadOnlyList<PrescribedMeasure> Measures { get; init; }
}

/// <summary>One measure of an exercise, and what the patient should reach. Higher is better for all of them.</summary>
public sealed record PrescribedMeasure
{
    /// <summary>Gets the measure, one of <see cref="CarePlans.Measures.All"/> that belongs to the exercise.</summary>
    public required string Code { get; init; }

    /// <summary>Gets what the patient should reach, in <see cref="Unit"/>, 1–180.</summary>
    public required double Target { get; init; }

    /// <summary>Gets the value below which a finding is graver, in <see cref="Unit"/>, from 0 to <see cref="Target"/>.</summary>
    public required double Limit { get; init; }

    /// <summary>Gets the unit of both, that of the measure: <c>deg</c> or <c>s</c>.</summary>
    public required string Unit { get; init; }
}

/// <summary>The patient's side that an exercise is prescribed for.</summary>
[JsonConverter(typeof(StrictEnumConverter<PrescribedSide>))]
public enum PrescribedSide
{
    /// <summary>The patient's left.</summary>
    [JsonStringEnumMemberName("left")]
    Left,

    /// <summary>The patient's right.</summary>
    [JsonStringEnumMemberName("right")]
    Right,

    /// <summary>Both, together or in turn.</summary>
    [JsonStringEnumMemberName("both")]
    Both,
}
