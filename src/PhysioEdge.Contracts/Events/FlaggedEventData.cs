using System.Text.Json.Serialization;

namespace PhysioEdge.Contracts.Events;

/// <summary>What was found, with its evidence, for a therapist to confirm or dismiss.</summary>
public sealed record FlaggedEventData
{
    /// <summary>Gets the revision of the event, from 1.</summary>
    public required int Rev { get; init; }

    /// <summary>Gets whether the problem is new, goes on or has ended.</summary>
    public required EventPhase Phase { get; init; }

    /// <summary>Gets the number of this revision among all that the box has ever stored; given by the store, 0 before.</summary>
    public long Seq { get; init; }

    /// <summary>Gets the identifier of the run of the service that found it; given by the store, empty before.</summary>
    public string BootId { get; init; } = "";

    /// <summary>Gets how serious it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Gets the session, for example <c>s-01J9…</c>.</summary>
    public required string Session { get; init; }

    /// <summary>Gets the exercise, for example <c>squat</c>; null when the finding belongs to none.</summary>
    public string? Exercise { get; init; }

    /// <summary>Gets <c>left</c>, <c>right</c> or <c>both</c>, the patient's; null when sides do not apply.</summary>
    public string? Side { get; init; }

    /// <summary>Gets the measured value beside what was expected; null when the finding is not a measurement.</summary>
    public EventMeasure? Measure { get; init; }

    /// <summary>Gets pairs of (repetition or sample number, value) behind the finding, oldest first.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Evidence { get; init; }

    /// <summary>Gets one plain sentence for the therapist.</summary>
    public required string Explanation { get; init; }

    /// <summary>Gets the model that measured; null when none was used.</summary>
    public EventModel? Model { get; init; }

    /// <summary>Gets the rule and its version, for example <c>rom-low/1</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets whether the wall clock could be trusted.</summary>
    public required EventClock Clock { get; init; }

    /// <summary>Gets the review state: always <c>required</c> from the box, the clinician is the judge.</summary>
    public string Review { get; init; } = "required";
}

/// <summary>A measured value beside what was expected of it.</summary>
public sealed record EventMeasure
{
    /// <summary>Gets the measure, for example <c>knee-flexion-rom</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets its LOINC code for that side; null where there is none.</summary>
    public string? Loinc { get; init; }

    /// <summary>Gets the value, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>Gets the unit: <c>deg</c>, <c>{repetitions}</c> ….</summary>
    public required string Unit { get; init; }

    /// <summary>Gets what is usual for this patient; null while that is not known.</summary>
    public double? Baseline { get; init; }

    /// <summary>Gets what the care plan asks for; null when it asks for nothing.</summary>
    public double? Target { get; init; }

    /// <summary>Gets the care plan's limit, beyond which the finding is graver; null when there is none.</summary>
    public double? Limit { get; init; }

    /// <summary>Gets how far the measurement can be trusted, 0–1.</summary>
    public required double Quality { get; init; }
}

/// <summary>The model behind a measurement.</summary>
/// <param name="Name">Its name, for example <c>pose_landmark_full</c>.</param>
/// <param name="Version">The version of the package it came from.</param>
/// <param name="Sha256">The digest of the model file, lower-case hexadecimal.</param>
public sealed record EventModel(string Name, string Version, string Sha256);

/// <summary>The state of the box's clock when the event was found.</summary>
/// <param name="Synced">True when the wall clock was synchronised.</param>
public sealed record EventClock(bool Synced);

/// <summary>Where in its life an event is.</summary>
[JsonConverter(typeof(StrictEnumConverter<EventPhase>))]
public enum EventPhase
{
    /// <summary>The first revision.</summary>
    [JsonStringEnumMemberName("new")]
    New,

    /// <summary>A later finding about the same problem.</summary>
    [JsonStringEnumMemberName("update")]
    Update,

    /// <summary>The last revision.</summary>
    [JsonStringEnumMemberName("end")]
    End,
}

/// <summary>How serious a finding is.</summary>
[JsonConverter(typeof(StrictEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Short of the target, within the limit.</summary>
    [JsonStringEnumMemberName("minor")]
    Minor,

    /// <summary>Beyond the limit.</summary>
    [JsonStringEnumMemberName("moderate")]
    Moderate,

    /// <summary>Needs someone today.</summary>
    [JsonStringEnumMemberName("severe")]
    Severe,
}
