namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>Reads numbers of any width, packed from the lowest bit of the first byte on.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Reads a two's complement number of 1 to 32 bits.</summary>
    public int Signed(int width)
    {
        var raw = 0;
        for (var i = 0; i < width; i++, _position++)
            raw |= ((_bytes[_position >> 3] >> (_position & 7)) & 1) << i;
        return raw << (32 - width) >> (32 - width);
    }
}

/// <summary>Writes what <see cref="BitReader"/> reads.</summary>
internal ref struct BitWriter(int bytes)
{
    private readonly byte[] _bytes = new byte[bytes];
    private int _position;

    public readonly ReadOnlySpan<byte> Bytes => _bytes;

    public void Write(int value, int width)
    {
        for (var i = 0; i < width; i++, _position++)
            _bytes[_position >> 3] |= (byte)(((value >> i) & 1) << (_position & 7));
    }
}
