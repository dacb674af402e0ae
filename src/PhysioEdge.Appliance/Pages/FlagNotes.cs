using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Appliance.Pages;

/// <summary>The flagged events as the therapist reads them: one note for each problem, in its latest revision.</summary>
internal static class FlagNotes
{
    /// <param name="recent">The events, newest first.</param>
    public static object Of(IReadOnlyList<FlaggedEvent> recent) => recent
        .DistinctBy(e => e.Id)
        .Select(e => new
        {
            e.Id,
            e.Time,
            Kind = EventKinds.Of(e.Type),
            e.Data.Phase,
            e.Data.Severity,
            Revisions = e.Data.Rev,
            e.Data.Explanation,
        });
}
