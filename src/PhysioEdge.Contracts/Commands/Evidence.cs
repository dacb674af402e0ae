using System.Text.Json.Serialization;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Contracts.Commands;

/// <summary>What the command <c>evidence</c> asks for.</summary>
/// <param name="Event">The event's identifier.</param>
public sealed record EvidenceQuestion(string Event);

/// <summary>One part of what is behind an event. One kind of thing is in each.</summary>
public sealed record EvidencePart
{
    /// <summary>Gets the event's identifier.</summary>
    public required string Event { get; init; }

    /// <summary>Gets the finding, as it was published last; null in other parts.</summary>
    public FlaggedEventData? Finding { get; init; }

    /// <summary>Gets repetitions of the session, in order; null in other parts.</summary>
    public IReadOnlyList<EvidenceRepetition>? Repetitions { get; init; }

    /// <summary>Gets how the body moved before the finding; null in other parts.</summary>
    public EvidencePoses? Poses { get; init; }
}

/// <summary>One repetition behind an event.</summary>
/// <param name="Number">Which of the session it is, from 1.</param>
/// <param name="Exercise">The exercise as care plans name it.</param>
/// <param name="Side">left, right or both.</param>
/// <param name="Start">When it began, by the box's wall clock, UTC.</param>
/// <param name="DurationS">How long it took, s.</param>
/// <param name="RangeDeg">How far it went, degrees.</param>
/// <param name="Partial">Whether it was not completed.</param>
/// <param name="Quality">How far the angles behind it can be trusted, 0–1.</param>
public sealed record EvidenceRepetition(int Number, string Exercise, string Side, DateTimeOffset Start, double DurationS, double RangeDeg, bool Partial, double Quality);

/// <summary>Where the landmarks were, moment after moment.</summary>
/// <param name="AtMs">The moments, ms, the last of all being 0.</param>
/// <param name="PointsMm">
/// At each moment x, y, z of the 33 landmarks of BlazePose, one after the other, mm: hip-centred, x to the right of the picture, y down, z away
/// from the camera; in a body 1.68 m tall. Empty where nobody was seen.
/// </param>
public sealed record EvidencePoses(IReadOnlyList<int> AtMs, [property: JsonPropertyName("points_mm")] IReadOnlyList<IReadOnlyList<int>> PointsMm);
