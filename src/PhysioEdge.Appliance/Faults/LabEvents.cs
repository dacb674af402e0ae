using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Appliance.Faults;

/// <summary>Events like those of the field, without a patient.</summary>
internal static class LabEvents
{
    public const string Site = "lab";
    public const string Edge = "edge-lab";
    public const string Kind = EventKinds.RangeOfMotionDeficit;

    public static FlaggedEvent Make(TimeProvider time, bool clockIsSynchronised = true) => new()
    {
        Id = Ulid.NewUlid(time.GetUtcNow()).ToString(),
        Source = $"urn:pe:{Edge}",
        Type = EventKinds.TypeOf(Kind),
        Subject = "pt-lab",
        Time = time.GetUtcNow(),
        Data = new FlaggedEventData
        {
            Rev = 1,
            Phase = EventPhase.New,
            Severity = Severity.Minor,
            Session = "s-lab",
            Exercise = "squat",
            Side = "left",
            Measure = new EventMeasure { Code = "knee-flexion-rom", Value = 78, Unit = "deg", Target = 90, Limit = 75, Quality = 0.9 },
            Evidence = [.. Enumerable.Range(1, 20).Select(IReadOnlyList<double> (i) => [i, 90 - i])],
            Explanation = "Left knee flexion fell to 78° in repetition 2 of squat (target 90°).",
            Rule = "rom-low/1",
            Clock = new EventClock(clockIsSynchronised),
        },
    };
}
