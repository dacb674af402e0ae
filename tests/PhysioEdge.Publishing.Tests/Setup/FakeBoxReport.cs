using PhysioEdge.Contracts.Status;
using PhysioEdge.Publishing.Health;

namespace PhysioEdge.Publishing.Tests.Setup;

/// <summary>A box of which one can say how it is.</summary>
internal sealed class FakeBoxReport : IBoxReport
{
    public HealthLevel Level { get; set; } = HealthLevel.Good;

    public string CameraState { get; set; } = "streaming";

    public BoxHealth Health() => new()
    {
        BootId = "boot",
        Time = new DateTimeOffset(2026, 11, 22, 13, 43, 36, TimeSpan.Zero),
        State = Level,
        Problems = Level == HealthLevel.Good ? [] : [new HealthProblem("store", Level, "no room")],
        Version = "1.0.0",
        UptimeS = 60,
        Pending = 0,
        Counters = new Dictionary<string, long> { ["messages_sent"] = 7 },
    };

    public IReadOnlyList<SourceStatus> Sources() => [new("room-1", "camera", CameraState, null, "boot", new DateTimeOffset(2026, 11, 22, 13, 43, 36, TimeSpan.Zero))];
}
