using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Wearables.Codecs.Uart;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Wearables.Tests.InsoleProfiles;

/// <summary>Made-up insoles.</summary>
internal static class Profiles
{
    /// <summary>Two samples of four cells with acceleration, newest first.</summary>
    public static InsoleProfile WithMotion { get; } = new()
    {
        Name = "four-cell",
        Service = Guid.Empty,
        Characteristic = Guid.Empty,
        IsUart = false,
        Packet = new PacketShape(24, Hex.Bytes("A1"), Hex.Bytes("1A")),
        IsBigEndian = true,
        Samples = new SamplePlaces(2, 3, 10, IsNewestFirst: true),
        RateHz = 100,
        Counter = new CounterField(1, WireType.U16, CounterUnit.Packets),
        Pressure = new InsoleField(0, WireType.U8, 4, 0.25, 10),
        IsPressureInNewtons = false,
        Acceleration = new InsoleField(4, WireType.I16, 3, 0.5, 0),
        Sizes = new Dictionary<string, IReadOnlyList<InsoleCell>>(),
    };

    /// <summary>One sample of cells of twelve bits, little-endian.</summary>
    public static InsoleProfile OfTwelveBits(int cells)
    {
        var field = new InsoleField(0, WireType.U12, cells, 1, 0);
        return Of(WireType.U8) with
        {
            Packet = new PacketShape(4 + field.Bytes, default, default),
            Samples = new SamplePlaces(1, 4, field.Bytes, false),
            Pressure = field,
        };
    }

    /// <summary>A counter and five cells, big-endian, and the checksum of these nine bytes.</summary>
    public static InsoleProfile WithChecksum(ChecksumKind kind, ushort initial) => Of(WireType.U8) with
    {
        Packet = new PacketShape(9 + WireNumber.SizeOf(PacketChecksum.TypeOf(kind)), default, default),
        IsBigEndian = true,
        Samples = new SamplePlaces(1, 4, 5, false),
        Pressure = new InsoleField(0, WireType.U8, 5, 1, 0),
        Checksum = new PacketChecksum(9, kind, 0, initial),
    };

    /// <summary>The same with one sample of each type, little-endian.</summary>
    public static InsoleProfile Of(WireType type) => WithMotion with
    {
        Packet = new PacketShape(7 + WireNumber.SizeOf(type), default, default),
        IsBigEndian = false,
        Samples = new SamplePlaces(1, 4, WireNumber.SizeOf(type), false),
        Counter = new CounterField(0, WireType.U32, CounterUnit.Samples),
        Pressure = new InsoleField(0, type, 1, 1, 0),
        Acceleration = null,
    };
}
