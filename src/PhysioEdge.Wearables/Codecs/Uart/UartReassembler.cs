namespace PhysioEdge.Wearables.Codecs.Uart;

/// <summary>
/// Puts the pieces that a Nordic UART service notifies together again to packets, and finds the next packet when a piece was lost.
/// Holds one packet and nothing more, whatever comes.
/// </summary>
/// <param name="shape">How packets are told.</param>
public sealed class UartReassembler(PacketShape shape)
{
    private readonly byte[] _packet = new byte[shape.Bytes];
    private int _length;

    /// <summary>Gets how many bytes belonged to no packet.</summary>
    public long SkippedBytes { get; private set; }

    /// <summary>Takes a piece and hands on every packet that is whole with it.</summary>
    /// <param name="piece">The bytes of one notification, any number of them.</param>
    /// <param name="take">Is given each packet; the bytes are valid only during the call.</param>
    public void Add(ReadOnlySpan<byte> piece, Action<ReadOnlySpan<byte>> take)
    {
        while (!piece.IsEmpty)
        {
            var taken = Math.Min(piece.Length, _packet.Length - _length);
            piece[..taken].CopyTo(_packet.AsSpan(_length));
            _length += taken;
            piece = piece[taken..];
            Resynchronise(from: 0);
            if (_length == _packet.Length)
                Complete(take);
        }
    }

    /// <summary>Forgets what has begun: the link was lost.</summary>
    public void Reset() => _length = 0;

    private void Complete(Action<ReadOnlySpan<byte>> take)
    {
        if (!shape.Fits(_packet))
        {
            Resynchronise(from: 1);
            return;
        }

        _length = 0;
        take(_packet);
    }

    // Moves the next place where a packet may begin to the front.
    private void Resynchronise(int from)
    {
        var skipped = from;
        while (!MayBegin(_packet.AsSpan(skipped, _length - skipped)))
            skipped++;
        if (skipped == 0)
            return;
        SkippedBytes += skipped;
        _packet.AsSpan(skipped, _length - skipped).CopyTo(_packet);
        _length -= skipped;
    }

    private bool MayBegin(ReadOnlySpan<byte> bytes)
    {
        var start = shape.Start.Span;
        return bytes.Length < start.Length ? start.StartsWith(bytes) : bytes.StartsWith(start);
    }
}
