using CsCheck;
using PhysioEdge.Wearables.Codecs.Uart;

namespace PhysioEdge.Wearables.Tests.Codecs.Uart;

public sealed class UartReassemblerTests
{
    private static readonly PacketShape Shape = new(40, Hex.Bytes("A5 5A"), Hex.Bytes("0D 0A"));

    [Fact]
    public void However_a_stream_is_cut_the_packets_come_out_whole()
        => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 60].Array[1, 10], Gen.Byte.Array[0, 30]).Sample((count, cuts, noise) =>
        {
            var packets = Enumerable.Range(0, count).Select(Packet).ToArray();
            var quiet = noise.Where(b => b != 0xA5).ToArray();
            byte[] stream = [.. quiet, .. packets.SelectMany(p => p)];

            var reassembler = new UartReassembler(Shape);
            List<byte[]> found = [];
            for (var (at, turn) = (0, 0); at < stream.Length; turn++)
            {
                var end = Math.Min(stream.Length, at + cuts[turn % cuts.Length]);
                reassembler.Add(stream.AsSpan(at, end - at), packet => found.Add(packet.ToArray()));
                at = end;
            }

            Assert.Equal(packets, found);
            Assert.Equal(quiet.Length, reassembler.SkippedBytes);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_lost_piece_costs_the_packets_it_was_of_and_no_other(int lost)
    {
        byte[] stream = [.. Enumerable.Range(0, 4).SelectMany(Packet)];
        var reassembler = new UartReassembler(Shape);
        List<byte[]> found = [];
        foreach (var (index, piece) in UartPieces.Of(stream, mtu: 33).Index())
        {
            if (index != lost)
                reassembler.Add(piece.Span, packet => found.Add(packet.ToArray()));
        }

        Assert.Subset(Enumerable.Range(0, 4).Select(i => Convert.ToHexString(Packet(i))).ToHashSet(), found.Select(Convert.ToHexString).ToHashSet());
        Assert.True(found.Count >= 2);
        Assert.Equal(Packet(3), found[^1]);
    }

    [Fact]
    public void A_marker_within_a_packet_does_not_mislead()
    {
        var packet = Packet(1);
        (packet[10], packet[11]) = (0xA5, 0x5A);
        var reassembler = new UartReassembler(Shape);
        List<byte[]> found = [];
        reassembler.Add(packet.AsSpan(15), p => found.Add(p.ToArray()));
        for (var i = 0; i < 3; i++)
            reassembler.Add(packet, p => found.Add(p.ToArray()));

        Assert.Equal([packet, packet, packet], found);
    }

    [Fact]
    public void After_a_lost_link_the_rest_of_a_packet_is_not_waited_for()
    {
        var reassembler = new UartReassembler(Shape);
        var found = 0;
        reassembler.Add(Packet(1).AsSpan(0, 30), _ => found++);
        reassembler.Reset();
        reassembler.Add(Packet(2), _ => found++);

        Assert.Equal(1, found);
    }

    [Fact]
    public void A_message_is_cut_to_the_link_and_nothing_is_lost()
        => Gen.Select(Gen.Byte.Array[0, 600], Gen.Int[23, 247]).Sample((message, mtu) =>
        {
            var pieces = UartPieces.Of(message, mtu).ToArray();
            Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, mtu - 3));
            Assert.Equal(message, pieces.SelectMany(piece => piece.ToArray()));
        });

    [Fact]
    public void No_link_is_narrower_than_Bluetooth_allows() => Assert.Throws<ArgumentOutOfRangeException>(() => UartPieces.Of(new byte[1], 22));

    private static byte[] Packet(int number) => [0xA5, 0x5A, .. Enumerable.Range(0, 36).Select(i => (byte)(((number * 40) + i) & 0x7F)), 0x0D, 0x0A];
}
