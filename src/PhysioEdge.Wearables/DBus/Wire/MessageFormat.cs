using System.Runtime.InteropServices;

namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>The header in front of a message's body (D-Bus Specification, "Message Format").</summary>
internal static class MessageFormat
{
    /// <summary>What must be there before the length of a message is known.</summary>
    public const int FixedHeaderBytes = 16;

    /// <summary>Far above what BlueZ sends for a hundred devices, far below what the box has.</summary>
    public const int MaximumMessageBytes = 1 << 24;

    private const byte Version = 1;

    private enum Field : byte
    {
        Path = 1,
        Interface = 2,
        Member = 3,
        ErrorName = 4,
        ReplySerial = 5,
        Destination = 6,
        Sender = 7,
        Signature = 8,
        UnixHandles = 9,
    }

    /// <param name="start">At least <see cref="FixedHeaderBytes"/>.</param>
    /// <returns>How many bytes the whole message has.</returns>
    /// <exception cref="DBusProtocolException">It is no message, or too long.</exception>
    public static int Length(ReadOnlySpan<byte> start)
    {
        var reader = Begin(start);
        reader.Align(4);
        var body = reader.UInt32();
        reader.UInt32();
        var fields = reader.UInt32();
        var length = FixedHeaderBytes + (((long)fields + 7) & ~7L) + body;
        return length <= MaximumMessageBytes ? (int)length : throw new DBusProtocolException($"A message of {length} bytes is too long.");
    }

    /// <summary>Writes a message whose serial number has been set.</summary>
    public static ReadOnlyMemory<byte> Write(Message message)
    {
        var writer = new WireWriter(message.IsBigEndian);
        writer.Byte(message.IsBigEndian ? (byte)'B' : (byte)'l');
        writer.Byte((byte)message.Type);
        writer.Byte((byte)message.Flags);
        writer.Byte(Version);
        writer.UInt32((uint)message.Body.Length);
        writer.UInt32(message.Serial);
        writer.Value("a(yv)", Fields(message));
        writer.Align(8);
        writer.Bytes(message.Body.Span);
        return writer.Written;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="bytes">All of it and nothing more.</param>
    /// <param name="takeHandles">Is given how many handles came with it, and gives them.</param>
    /// <exception cref="DBusProtocolException">It is malformed.</exception>
    public static Message Read(ReadOnlySpan<byte> bytes, Func<uint, SafeHandle?[]> takeHandles)
    {
        var reader = Begin(bytes);
        var (type, flags, version) = ((MessageType)reader.Byte(), (MessageFlags)reader.Byte(), reader.Byte());
        if (version != Version)
            throw new DBusProtocolException("A message has another version of the protocol.");
        var body = (int)reader.UInt32();
        var serial = reader.UInt32();
        var header = new Header();
        var end = reader.ArrayEnd('(');
        while (reader.Position < end)
        {
            reader.Align(8);
            header.Set((Field)reader.Byte(), reader.Variant());
        }

        reader.EndsAt(end);
        reader.Align(8);
        var message = new Message
        {
            Type = type,
            Flags = flags,
            IsBigEndian = bytes[0] == 'B',
            Serial = serial,
            ReplySerial = header.ReplySerial,
            Path = header.Path,
            Interface = header.Interface,
            Member = header.Member,
            ErrorName = header.ErrorName,
            Destination = header.Destination,
            Sender = header.Sender,
            Signature = header.Signature,
            Body = bytes.Slice(reader.Position, body).ToArray(),
        };
        Check(message);
        return header.Handles == 0 ? message : message with { Handles = takeHandles(header.Handles) };
    }

    private static WireReader Begin(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] is not ((byte)'l' or (byte)'B'))
            throw new DBusProtocolException($"A message begins with the byte {bytes[0]}.");
        var reader = new WireReader(bytes, bytes[0] == 'B');
        reader.Byte();
        return reader;
    }

    private static List<object> Fields(Message message)
    {
        var fields = new List<object>();
        Add(Field.Path, message.Path is null ? null : new ObjectPath(message.Path));
        Add(Field.Interface, message.Interface);
        Add(Field.Member, message.Member);
        Add(Field.ErrorName, message.ErrorName);
        Add(Field.ReplySerial, message.ReplySerial == 0 ? null : message.ReplySerial);
        Add(Field.Destination, message.Destination);
        Add(Field.Sender, message.Sender);
        Add(Field.Signature, message.Signature.Length == 0 ? null : new Signature(message.Signature));
        Add(Field.UnixHandles, message.Handles.Length == 0 ? null : (uint)message.Handles.Length);
        return fields;

        void Add(Field field, object? value)
        {
            if (value is not null)
                fields.Add(new object[] { (byte)field, Variant.Of(value) });
        }
    }

    private static void Check(Message message)
    {
        var complete = message.Type switch
        {
            MessageType.MethodCall => message is { Path: not null, Member: not null },
            MessageType.MethodReturn => message.ReplySerial != 0,
            MessageType.Error => message is { ReplySerial: not 0, ErrorName: not null },
            MessageType.Signal => message is { Path: not null, Interface: not null, Member: not null },
            _ => message.Type != 0,
        };
        if (!complete || message.Serial == 0)
            throw new DBusProtocolException($"A message of type {message.Type} lacks a header field.");
    }

    private struct Header()
    {
        public string? Path;
        public string? Interface;
        public string? Member;
        public string? ErrorName;
        public string? Destination;
        public string? Sender;
        public string Signature = "";
        public uint ReplySerial;
        public uint Handles;

        public void Set(Field field, Variant variant)
        {
            switch (field, variant.Value)
            {
                case (Field.Path, ObjectPath path): Path = path.Value; break;
                case (Field.Interface, string text): Interface = text; break;
                case (Field.Member, string text): Member = text; break;
                case (Field.ErrorName, string text): ErrorName = text; break;
                case (Field.ReplySerial, uint serial): ReplySerial = serial; break;
                case (Field.Destination, string text): Destination = text; break;
                case (Field.Sender, string text): Sender = text; break;
                case (Field.Signature, Signature signature): Signature = signature.Value; break;
                case (Field.UnixHandles, uint count): Handles = count; break;
                case ( >= Field.Path and <= Field.UnixHandles, _):
                    throw new DBusProtocolException($"The header field {field} has the type \"{variant.Signature}\".");
                default: break; // The specification tells to ignore what is not known.
            }
        }
    }
}
