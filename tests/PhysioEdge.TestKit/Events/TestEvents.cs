using PhysioEdge.Contracts.Events;

namespace PhysioEdge.TestKit.Events;

/// <summary>Flagged events to store and send.</summary>
public static class TestEvents
{
    public const string Site = "clinic-01";

    public const string Edge = "edge-0001";

    public static FlaggedEvent RomDeficit(string id, int rev = 1) => new()
    {
        Id = id,
        Source = $"urn:pe:{Edge}",
        Type = EventKinds.TypeOf(EventKinds.RangeOfMotionDeficit),
        Subject = "pt-7f3a",
        Time = new DateTimeOffset(2026, 11, 22, 13, 43, 36, 214, TimeSpan.Zero),
        Data = new()
        {
            Rev = rev,
            Phase = rev == 1 ? EventPhase.New : EventPhase.Update,
            Severity = Severity.Minor,
            Session = "s-91",
            Exercise = "squat",
            Side = "left",
            Measure = new() { Code = "knee-flexion-rom", Value = 78, Unit = "deg", Target = 90, Limit = 75, Quality = 0.9 },
            Evidence = [[1, 91], [2, 78]],
            Explanation = "Left knee flexion fell to 78° in repetition 2 (target 90°).",
            Rule = "rom-low/1",
            Clock = new(true),
        },
    };

    public static Receipt ReceiptFor(params FlaggedEvent[] events) =>
        new([.. events.Select(flagged => new StoredRevision(flagged.Id, flagged.Data.Rev))], new DateTimeOffset(2026, 11, 22, 13, 43, 37, TimeSpan.Zero));
}
