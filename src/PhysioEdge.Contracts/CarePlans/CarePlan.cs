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

    /// <summary>Gets what the patient weighs, kg, 10–350; null when it is not known.</summary>
    [JsonPropertyName("body_mass_kg")]
    public double? BodyMassKilograms { get; init; }

    /// <summary>Gets what one leg may bear; null when both may bear all.</summary>
    public PrescribedWeightBearing? WeightBearing { get; init; }

    /// <summary>Gets the largest asymmetry of walking, difference over mean in percent, 5–100; null when only changes matter.</summary>
    public double? AsymmetryLimitPercent { get; init; }

    /// <summary>Gets what the heart may do and can; null when nothing is prescribed.</summary>
    public PrescribedHeartRate? HeartRate { get; init; }

    /// <summary>Gets the pain score from which on it is flagged, 1–10.</summary>
    public int PainLimit { get; init; } = 7;
}

/// <summary>Partial weight bearing: the leg that may bear only part of the body's weight.</summary>
/// <param name="Side">The leg, left or right.</param>
/// <param name="LimitKilograms">The most that a scale under that foot may show, kg, 1–300.</param>
public sealed record PrescribedWeightBearing(PrescribedSide Side, [property: JsonPropertyName("limit_kg")] double LimitKilograms);

/// <summary>What the heart may do, and what it can.</summary>
public sealed record PrescribedHeartRate
{
    /// <summary>Gets the heart rate above which it is flagged, bpm, 50–220; null when there is no limit.</summary>
    public double? LimitBpm { get; init; }

    /// <summary>Gets the highest heart rate as measured, bpm, 80–230; null when it was not.</summary>
    public double? MaxBpm { get; init; }

    /// <summary>Gets the age, years, 3–120; null when it is not known or a maximum was measured.</summary>
    public double? Age { get; init; }

    /// <summary>Gets the resting heart rate, bpm, 25–120; null when it is not known.</summary>
    public double? RestingBpm { get; init; }
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
