using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>Writes values of the D-Bus wire format; takes what <see cref="WireReader"/> returns.</summary>
/// <param name="bigEndian">The byte order.</param>
internal sealed class WireWriter(bool bigEndian = false)
{
    private byte[] _buffer = new byte[256];
    private int _length;

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public void Byte(byte value) => Take(1)[0] = value;

    public void UInt16(ushort value)
    {
        var two = Aligned(2);
        if (bigEndian)
            BinaryPrimitives.WriteUInt16BigEndian(two, value);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(two, value);
    }

    public void UInt32(uint value)
    {
        var four = Aligned(4);
        if (bigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(four, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(four, value);
    }

    public void UInt64(ulong value)
    {
        var eight = Aligned(8);
        if (bigEndian)
            BinaryPrimitives.WriteUInt64BigEndian(eight, value);
        else
            BinaryPrimitives.WriteUInt64LittleEndian(eight, value);
    }

    public void String(string value)
    {
        UInt32((uint)Encoding.UTF8.GetByteCount(value));
        Text(value);
    }

    public void Signature(string value)
    {
        Byte((byte)value.Length);
        Text(value);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Align(int alignment) => Take(-_length & (alignment - 1)).Clear();

    /// <summary>Writes one value for each type of a signature.</summary>
    public void Values(ReadOnlySpan<char> signature, ReadOnlySpan<object> values)
    {
        foreach (var value in values)
        {
            var length = Signatures.FirstType(signature);
            Value(signature[..length], value);
            signature = signature[length..];
        }

        if (!signature.IsEmpty)
            throw new ArgumentException($"There is no value for \"{signature}\".", nameof(values));
    }

    /// <summary>Writes one complete type.</summary>
    public void Value(ReadOnlySpan<char> type, object value)
    {
        switch (type[0])
        {
            case 'y': Byte((byte)value); break;
            case 'b': UInt32((bool)value ? 1u : 0u); break;
            case 'n': UInt16((ushort)(short)value); break;
            case 'q': UInt16((ushort)value); break;
            case 'i': UInt32((uint)(int)value); break;
            case 'u': UInt32((uint)value); break;
            case 'x': UInt64((ulong)(long)value); break;
            case 't': UInt64((ulong)value); break;
            case 'd': UInt64(BitConverter.DoubleToUInt64Bits((double)value)); break;
            case 's': String((string)value); break;
            case 'o': String(((ObjectPath)value).Value); break;
            case 'g': Signature(((Signature)value).Value); break;
            case 'h': UInt32(((HandleIndex)value).Value); break;
            case 'v': Variant((Variant)value); break;
            case '(': Structure(type[1..^1], (object[])value); break;
            default: Array(type[1..], (IEnumerable)value); break;
        }
    }

    public void Variant(Variant variant)
    {
        Signature(variant.Signature);
        Value(variant.Signature, variant.Value);
    }

    private void Structure(ReadOnlySpan<char> types, object[] values)
    {
        Align(8);
        Values(types, values);
    }

    private void Array(ReadOnlySpan<char> element, IEnumerable values)
    {
        UInt32(0);
        var lengthAt = _length - 4;
        Align(Signatures.Alignment(element[0]));
        var start = _length;
        if (values is byte[] bytes)
            Bytes(bytes);
        else if (values is IDictionary entries)
            Entries(element[1..^1], entries);
        else
            Elements(element, values);
        Patch(lengthAt, (uint)(_length - start));
    }

    private void Elements(ReadOnlySpan<char> type, IEnumerable values)
    {
        foreach (var value in values)
            Value(type, value);
    }

    private void Entries(ReadOnlySpan<char> types, IDictionary entries)
    {
        foreach (DictionaryEntry entry in entries)
        {
            Align(8);
            Value(types[..1], entry.Key);
            Value(types[1..], entry.Value!);
        }
    }

    private void Patch(int at, uint value)
    {
        var end = _length;
        _length = at;
        UInt32(value);
        _length = end;
    }

    private void Text(string value)
    {
        Encoding.UTF8.GetBytes(value, Take(Encoding.UTF8.GetByteCount(value)));
        Byte(0);
    }

    private Span<byte> Aligned(int size)
    {
        Align(size);
        return Take(size);
    }

    private Span<byte> Take(int count)
    {
        if (_length + count > _buffer.Length)
            System.Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + count));
        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }
}
