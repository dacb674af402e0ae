using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Wearables.Codecs.Uart;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Simulation.Tests.Wearables;

/// <summary>A made-up insole of sixteen cells in four rows.</summary>
internal static class Insoles
{
    public static InsoleProfile Profile { get; } = new()
    {
        Name = "sixteen-cell",
        Service = new Guid("7a1e0001-5c3b-4d2a-9f60-1b2c3d4e5f60"),
        Characteristic = new Guid("7a1e0002-5c3b-4d2a-9f60-1b2c3d4e5f60"),
        IsUart = false,
        Packet = new PacketShape(93, new byte[] { 0xA1 }, default),
        IsBigEndian = false,
        Samples = new SamplePlaces(2, 5, 44, false),
        RateHz = 100,
        Counter = new CounterField(1, WireType.U32, CounterUnit.Samples),
        Pressure = new InsoleField(0, WireType.U16, 16, 0.01, 0),
        IsPressureInNewtons = false,
        Acceleration = new InsoleField(32, WireType.I16, 3, 0.0048, 0),
        AngularRate = new InsoleField(38, WireType.I16, 3, 0.07, 0),
        Sizes = new Dictionary<string, IReadOnlyList<InsoleCell>> { ["42"] = Cells(10.5) },
    };

    public static WearableOptions Options { get; } = new() { Insole = Profile, InsoleSize = "42" };

    private static InsoleCell[] Cells(double area) =>
        [.. from x in new[] { -0.42, -0.15, 0.12, 0.38 } from y in new[] { -0.33, -0.11, 0.11, 0.33 } select new InsoleCell(area, x, y)];
}
