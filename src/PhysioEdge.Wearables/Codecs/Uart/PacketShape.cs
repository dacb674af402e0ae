namespace PhysioEdge.Wearables.Codecs.Uart;

/// <summary>How packets are told in a stream of bytes.</summary>
/// <param name="Bytes">The length of each, markers and all, 1 or more.</param>
/// <param name="Start">What each begins with; at least a byte, so that a lost piece is got over.</param>
/// <param name="End">What each ends with; may be empty, but without it a packet of which a piece is lost may pass for a whole one.</param>
public sealed record PacketShape(int Bytes, ReadOnlyMemory<byte> Start, ReadOnlyMemory<byte> End)
{
    internal bool Fits(ReadOnlySpan<byte> packet) => packet.StartsWith(Start.Span) && packet.EndsWith(End.Span);
}
