using System.Buffers.Binary;

namespace PhysioEdge.Wearables.Codecs;

/// <summary>Reads one field after another; past the end all are 0 and <see cref="IsShort"/> is set.</summary>
internal ref struct LittleEndianReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    public bool IsShort { get; private set; }

    public byte UInt8() => Take(1) is [var value] ? value : (byte)0;

    public ushort UInt16() => Take(2) is { Length: 2 } two ? BinaryPrimitives.ReadUInt16LittleEndian(two) : (ushort)0;

    public uint UInt24() => Take(3) is [var low, var middle, var high] ? low | ((uint)middle << 8) | ((uint)high << 16) : 0;

    public uint UInt32() => Take(4) is { Length: 4 } four ? BinaryPrimitives.ReadUInt32LittleEndian(four) : 0;

    public ulong UInt64() => Take(8) is { Length: 8 } eight ? BinaryPrimitives.ReadUInt64LittleEndian(eight) : 0;

    /// <summary>Reads all that is left; its length must be even.</summary>
    public ushort[] UInt16s()
    {
        var values = new ushort[_rest.Length / 2];
        for (var i = 0; i < values.Length; i++)
            values[i] = UInt16();
        return values;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_rest.Length < count)
        {
            IsShort = true;
            _rest = default;
            return default;
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
