using CsCheck;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.DBus.Wire;

public sealed class MessageFormatTests
{
    private static readonly Gen<(string Signature, object Value)> Basic = Gen.OneOf(
        Gen.Byte.Select(v => ("y", (object)v)),
        Gen.Bool.Select(v => ("b", (object)v)),
        Gen.Short.Select(v => ("n", (object)v)),
        Gen.UShort.Select(v => ("q", (object)v)),
        Gen.Int.Select(v => ("i", (object)v)),
        Gen.UInt.Select(v => ("u", (object)v)),
        Gen.Long.Select(v => ("x", (object)v)),
        Gen.ULong.Select(v => ("t", (object)v)),
        Gen.Double.Select(v => ("d", (object)v)),
        Gen.String.AlphaNumeric.Select(v => ("s", (object)(v + "é"))),
        Gen.Const(("o", (object)new ObjectPath("/org/bluez"))),
        Gen.Const(("g", (object)new Signature("a{sv}"))),
        Gen.UInt.Select(v => ("h", (object)new HandleIndex(v))));

    private static readonly Gen<(string Signature, object Value)> Any = Gen.Recursive<(string Signature, object Value)>((depth, inner) =>
        depth > 3 ? Basic : Gen.OneOf(
            Basic,
            inner.Select(v => ("v", (object)new Variant(v.Signature, v.Value))),
            Gen.Select(inner, inner).Select((a, b) => ($"({a.Signature}{b.Signature})", (object)new[] { a.Value, b.Value })),
            Gen.Byte.Array[0, 9].Select(v => ("ay", (object)v)),
            Gen.String.AlphaNumeric.Array[0, 4].Select(v => ("as", (object)v)),
            Gen.Select(inner, Gen.Int[0, 3]).Where((v, _) => v.Signature is not ("y" or "s"))
                .Select((v, count) => ("a" + v.Signature, (object)Enumerable.Repeat(v.Value, count).ToArray())),
            Gen.Select(Gen.String.AlphaNumeric, inner)
                .Select((key, v) => ($"a{{s{v.Signature}}}", (object)new Dictionary<string, object> { [key] = v.Value })),
            Gen.Select(Gen.UShort, inner)
                .Select((key, v) => ($"a{{q{v.Signature}}}", (object)new Dictionary<object, object> { [key] = v.Value }))));

    [Fact]
    public void What_is_written_is_read_back_in_either_byte_order() =>
        Gen.Select(Any.Array[0, 4], Gen.Bool, Gen.UInt[1, uint.MaxValue]).Where((values, _, _) => Sum(values).Length < 200).Sample((values, bigEndian, serial) =>
        {
            var writer = new WireWriter(bigEndian);
            writer.Values(Sum(values), [.. values.Select(v => v.Value)]);
            var message = Message.Call("org.bluez", "/org/bluez", "org.bluez.X", "Do") with
            {
                Serial = serial,
                IsBigEndian = bigEndian,
                Signature = Sum(values),
                Body = writer.Written,
            };
            var bytes = MessageFormat.Write(message).Span;
            Assert.Equal(bytes.Length, MessageFormat.Length(bytes));
            var read = MessageFormat.Read(bytes, NoHandles);
            Assert.Equal((serial, "org.bluez", "/org/bluez", "org.bluez.X", "Do"), (read.Serial, read.Destination, read.Path, read.Interface, read.Member));
            Assert.Equivalent(values.Select(v => v.Value), read.Arguments(), strict: true);
        });

    [Fact]
    public void Damaged_messages_are_refused_and_nothing_else_happens() =>
        Gen.Select(Any.Array[1, 4], Gen.Select(Gen.Int[0, 10_000], Gen.Byte).Array[1, 6], Gen.Int[0, 10_000])
            .Where((values, _, _) => Sum(values).Length < 200).Sample((values, changes, cut) =>
        {
            var message = Message.Signal("/a", "b.c", "D", Sum(values), [.. values.Select(v => v.Value)]) with { Serial = 1 };
            var bytes = MessageFormat.Write(message).ToArray();
            foreach (var (at, value) in changes)
                bytes[at % bytes.Length] = value;
            ReadOrRefuse(bytes.AsSpan(0, Math.Max(MessageFormat.FixedHeaderBytes, bytes.Length - (cut % 20))));
        });

    [Fact]
    public void A_header_that_says_it_is_shorter_than_its_last_field_is_refused()
    {
        var whole = MessageFormat.Write(Message.Signal("/a", "b.c", "D", "u", [7u]) with { Serial = 1 }).ToArray();
        for (var less = 1; less <= 12; less++)
        {
            var bytes = whole.ToArray();
            bytes[12] -= (byte)less;
            var length = MessageFormat.Length(bytes);

            Assert.Throws<DBusProtocolException>(() => MessageFormat.Read(bytes.AsSpan(0, length), NoHandles));
        }
    }

    [Fact]
    public void Noise_is_refused_and_nothing_else_happens() =>
        Gen.Byte.Array[MessageFormat.FixedHeaderBytes, 300].Sample(bytes =>
        {
            bytes[0] = bytes[0] % 2 == 0 ? (byte)'l' : (byte)'B';
            bytes[3] = 1;
            ReadOrRefuse(bytes);
        });

    [Theory]
    [InlineData("a")]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("(i")]
    [InlineData("a{vs}")]
    [InlineData("a{s}")]
    [InlineData("a{sii}")]
    [InlineData("{ss}")]
    [InlineData("z")]
    public void What_is_no_signature_is_refused(string signature) =>
        Assert.Throws<DBusProtocolException>(() => Signatures.Validate(signature));

    [Fact]
    public void Signatures_nested_without_end_are_refused() =>
        Assert.Throws<DBusProtocolException>(() => Signatures.Validate(new string('a', 200) + "y"));

    [Fact]
    public void Variants_within_variants_without_end_are_refused()
    {
        var value = Variant.Of(true);
        for (var i = 0; i < 200; i++)
            value = Variant.Of(value);
        var message = Message.Signal("/a", "b.c", "D", "v", value) with { Serial = 1 };
        Assert.Throws<DBusProtocolException>(message.Arguments);
    }

    [Fact]
    public void A_message_that_says_it_is_gigabytes_long_is_refused()
    {
        var bytes = MessageFormat.Write(Message.Signal("/a", "b.c", "D") with { Serial = 1 }).ToArray();
        bytes[7] = 0x7f;
        Assert.Throws<DBusProtocolException>(() => MessageFormat.Length(bytes));
    }

    [Fact]
    public void Header_fields_of_later_versions_are_ignored()
    {
        var bytes = MessageFormat.Write(Message.Call("a.b", "/", null, "D") with { Serial = 7 }).ToArray();
        var destination = bytes.AsSpan().IndexOf(new byte[] { 6, 1, (byte)'s', 0 });
        bytes[destination] = 77;
        Assert.Null(MessageFormat.Read(bytes, NoHandles).Destination);
    }

    private static string Sum(IEnumerable<(string Signature, object Value)> values) => string.Concat(values.Select(v => v.Signature));

    private static System.Runtime.InteropServices.SafeHandle?[] NoHandles(uint count) => new System.Runtime.InteropServices.SafeHandle?[Math.Min(count, 16)];

    private static void ReadOrRefuse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var length = MessageFormat.Length(bytes);
            if (length <= bytes.Length)
                MessageFormat.Read(bytes[..length], NoHandles).Arguments();
        }
        catch (DBusProtocolException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }
}
