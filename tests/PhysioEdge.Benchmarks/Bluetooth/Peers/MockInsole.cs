using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Wearables.Codecs.Uart;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Benchmarks.Bluetooth.Peers;

/// <summary>The insole of the mock: the number of the packet (u32), a time (u64) and 16 pressures (u16), 100 times a second.</summary>
internal static class MockInsole
{
    private const int Cells = 16;
    private const int PressuresAt = 12;
    private const int Bytes = PressuresAt + (2 * Cells);

    public static InsoleProfile Profile { get; } = new()
    {
        Name = "mock",
        Service = new Guid("7a1e0001-5b5a-4f5d-9c6b-1f2e3d4c5b6a"),
        Characteristic = new Guid("7a1e0002-5b5a-4f5d-9c6b-1f2e3d4c5b6a"),
        IsUart = false,
        Packet = new PacketShape(Bytes, default, default),
        IsBigEndian = false,
        Samples = new SamplePlaces(1, PressuresAt, 2 * Cells, IsNewestFirst: false),
        RateHz = 100,
        Counter = new CounterField(0, WireType.U32, CounterUnit.Packets),
        Pressure = new InsoleField(0, WireType.U16, Cells, 0.01, 0),
        IsPressureInNewtons = false,
        Sizes = new Dictionary<string, IReadOnlyList<InsoleCell>>
        {
            [Walks.Size] = [.. Enumerable.Range(0, Cells).Select(i => new InsoleCell(10, ((i + 0.5) / Cells) - 0.5, 0))],
        },
    };
}
