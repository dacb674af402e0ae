using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Contracts.Tests.Events;

internal static class Samples
{
    public const string Topic = "pe/v1/clinic-01/edge-0001/event/rom.deficit";

    public static FlaggedEvent RomDeficit { get; } = new()
    {
        Id = "01J9ZD3N5K8Q2V7W4X6Y8Z0A1B",
        Source = "urn:pe:edge-0001",
        Type = EventKinds.TypeOf(EventKinds.RangeOfMotionDeficit),
        Subject = "pt-7f3a",
        Time = new DateTimeOffset(2026, 11, 22, 14, 43, 36, 214, TimeSpan.FromHours(1)),
        Data = new()
        {
            Rev = 1,
            Phase = EventPhase.New,
            Seq = 48213,
            BootId = "01J9ZD0000000000000000000Z",
            Severity = Severity.Moderate,
            Session = "s-91",
            Exercise = "squat",
            Side = "left",
            Measure = new()
            {
                Code = "knee-flexion-rom",
                Loinc = "41343-5",
                Value = 74.5,
                Unit = "deg",
                Baseline = 96,
                Target = 90,
                Limit = 75,
                Quality = 0.91,
            },
            Evidence = [[1, 91], [2, 88], [3, 74.5]],
            Explanation = "Left knee flexion fell to 74.5° in repetition 3 (target 90°).",
            Model = new("pose_landmark_full", "0.5.1675469404", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Rule = "rom-low/1",
            Clock = new(true),
        },
    };
}
