using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>
/// Reads values of the D-Bus wire format. Dictionaries with text for keys become <c>Dictionary&lt;string, object&gt;</c>, others
/// <c>Dictionary&lt;object, object&gt;</c>; <c>ay</c> becomes <c>byte[]</c>, <c>as</c> <c>string[]</c>; other arrays, and structures,
/// <c>object[]</c>.
/// </summary>
/// <param name="bytes">Begins where the message does, or at a multiple of 8 from there.</param>
/// <param name="bigEndian">The byte order that the message declares.</param>
internal ref struct WireReader(ReadOnlySpan<byte> bytes, bool bigEndian)
{
    public const int MaximumArrayBytes = 1 << 26;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly bool _bigEndian = bigEndian;

    public int Position { get; private set; }

    public byte Byte() => Take(1)[0];

    public bool Boolean() => UInt32() switch
    {
        0 => false,
        1 => true,
        var other => throw new DBusProtocolException($"A boolean is {other}."),
    };

    public ushort UInt16()
    {
        var two = Aligned(2);
        return _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(two) : BinaryPrimitives.ReadUInt16LittleEndian(two);
    }

    public uint UInt32()
    {
        var four = Aligned(4);
        return _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(four) : BinaryPrimitives.ReadUInt32LittleEndian(four);
    }

    public ulong UInt64()
    {
        var eight = Aligned(8);
        return _bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(eight) : BinaryPrimitives.ReadUInt64LittleEndian(eight);
    }

    public string String() => Text(UInt32());

    public string Signature()
    {
        var signature = Text(Byte());
        Signatures.Validate(signature);
        return signature;
    }

    public Variant Variant(int depth = 0)
    {
        var signature = Signature();
        if (signature.Length == 0 || Signatures.FirstType(signature) != signature.Length)
            throw new DBusProtocolException($"A variant has the signature \"{signature}\".");
        return new Variant(signature, Value(signature, depth + 1));
    }

    /// <summary>Skips to the next multiple of an alignment.</summary>
    public void Align(int alignment) => Take(-Position & (alignment - 1));

    /// <returns>Where the array's elements end; the first of them is next.</returns>
    public int ArrayEnd(char element)
    {
        var length = UInt32();
        Align(Signatures.Alignment(element));
        if (length > MaximumArrayBytes || length > _bytes.Length - Position)
            throw new DBusProtocolException($"An array of {length} bytes is longer than its message.");
        return Position + (int)length;
    }

    /// <summary>Reads all of a signature's types.</summary>
    public object[] Values(ReadOnlySpan<char> signature, int depth = 0)
    {
        var values = new List<object>();
        while (!signature.IsEmpty)
        {
            var length = Signatures.FirstType(signature);
            values.Add(Value(signature[..length], depth));
            signature = signature[length..];
        }

        return [.. values];
    }

    /// <summary>Reads one complete type.</summary>
    public object Value(ReadOnlySpan<char> type, int depth = 0)
    {
        if (depth > Signatures.MaximumDepth)
            throw new DBusProtocolException("Values are nested too deeply.");
        return type[0] switch
        {
            'y' => Byte(),
            'b' => Boolean(),
            'n' => (short)UInt16(),
            'q' => UInt16(),
            'i' => (int)UInt32(),
            'u' => UInt32(),
            'x' => (long)UInt64(),
            't' => UInt64(),
            'd' => BitConverter.UInt64BitsToDouble(UInt64()),
            's' => String(),
            'o' => new ObjectPath(String()),
            'g' => new Signature(Signature()),
            'h' => new HandleIndex(UInt32()),
            'v' => Variant(depth),
            '(' => Structure(type[1..^1], depth + 1),
            _ => type[1] == '{' ? Dictionary(type[2..^1], depth + 1) : Array(type[1..], depth + 1),
        };
    }

    private object[] Structure(ReadOnlySpan<char> types, int depth)
    {
        Align(8);
        return Values(types, depth);
    }

    private object Array(ReadOnlySpan<char> element, int depth)
    {
        var end = ArrayEnd(element[0]);
        if (element is "y")
            return Take(end - Position).ToArray();
        var values = new List<object>();
        while (Position < end)
            values.Add(Value(element, depth));
        EndsAt(end);
        return element is "s" ? values.Cast<string>().ToArray() : values.ToArray();
    }

    private object Dictionary(ReadOnlySpan<char> entry, int depth)
    {
        var end = ArrayEnd('{');
        IDictionary entries = entry[0] == 's' ? new Dictionary<string, object>() : new Dictionary<object, object>();
        while (Position < end)
        {
            Align(8);
            var key = Value(entry[..1], depth);
            entries[key] = Value(entry[1..], depth);
        }

        EndsAt(end);
        return entries;
    }

    /// <exception cref="DBusProtocolException">The last element of an array goes beyond its end.</exception>
    public readonly void EndsAt(int end)
    {
        if (Position != end)
            throw new DBusProtocolException("An array's last element reaches past the array.");
    }

    private string Text(uint length)
    {
        if (length >= _bytes.Length - Position)
            throw new DBusProtocolException($"A text of {length} bytes is longer than its message.");
        var bytes = Take((int)length + 1);
        if (bytes.IndexOf((byte)0) != (int)length)
            throw new DBusProtocolException("A text does not end where it says.");
        try
        {
            return Utf8.GetString(bytes[..^1]);
        }
        catch (DecoderFallbackException)
        {
            throw new DBusProtocolException("A text is not UTF-8.");
        }
    }

    private ReadOnlySpan<byte> Aligned(int size)
    {
        Align(size);
        return Take(size);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - Position)
            throw new DBusProtocolException("A message ends in the middle of a value.");
        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
