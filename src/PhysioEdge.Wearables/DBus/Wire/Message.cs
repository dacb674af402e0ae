using System.Runtime.InteropServices;

namespace PhysioEdge.Wearables.DBus.Wire;

internal enum MessageType : byte
{
    MethodCall = 1,
    MethodReturn = 2,
    Error = 3,
    Signal = 4,
}

[Flags]
internal enum MessageFlags : byte
{
    None = 0,
    NoReplyExpected = 1,
    NoAutoStart = 2,
}

/// <summary>One message, either way. The handles that came with it are closed with it unless <see cref="TakeHandle"/> took them.</summary>
internal sealed record Message : IDisposable
{
    public required MessageType Type { get; init; }

    public MessageFlags Flags { get; init; }

    /// <summary>Gets the sender's number of the message; 0 until it is sent.</summary>
    public uint Serial { get; init; }

    public uint ReplySerial { get; init; }

    public string? Path { get; init; }

    public string? Interface { get; init; }

    public string? Member { get; init; }

    public string? ErrorName { get; init; }

    public string? Destination { get; init; }

    public string? Sender { get; init; }

    public string Signature { get; init; } = "";

    public ReadOnlyMemory<byte> Body { get; init; }

    public bool IsBigEndian { get; init; }

    /// <summary>Gets what <see cref="HandleIndex"/> counts; null in place of one that was taken.</summary>
    public SafeHandle?[] Handles { get; init; } = [];

    public bool ExpectsReply => Type == MessageType.MethodCall && !Flags.HasFlag(MessageFlags.NoReplyExpected);

    public static Message Call(
        string? destination, string path, string? @interface, string member, string signature = "", params object[] arguments) => new()
        {
            Type = MessageType.MethodCall,
            Destination = destination,
            Path = path,
            Interface = @interface,
            Member = member,
            Signature = signature,
            Body = Encode(signature, arguments),
        };

    public static Message Signal(string path, string @interface, string member, string signature = "", params object[] arguments) => new()
    {
        Type = MessageType.Signal,
        Flags = MessageFlags.NoReplyExpected,
        Path = path,
        Interface = @interface,
        Member = member,
        Signature = signature,
        Body = Encode(signature, arguments),
    };

    /// <summary>Makes the answer to this call.</summary>
    public Message Reply(string signature = "", params object[] arguments) => new()
    {
        Type = MessageType.MethodReturn,
        Flags = MessageFlags.NoReplyExpected,
        ReplySerial = Serial,
        Destination = Sender,
        Signature = signature,
        Body = Encode(signature, arguments),
    };

    /// <summary>Makes the answer to this call that says why not.</summary>
    public Message ReplyError(string name, string text) => Reply("s", text) with { Type = MessageType.Error, ErrorName = name };

    /// <summary>Reads the arguments, one for each complete type of the signature.</summary>
    /// <exception cref="DBusProtocolException">The body is not what the signature says.</exception>
    public object[] Arguments() => Reader().Values(Signature);

    /// <summary>Starts to read the arguments one by one.</summary>
    public WireReader Reader() => new(Body.Span, IsBigEndian);

    /// <summary>Takes a handle out of the message; whoever takes it closes it.</summary>
    /// <exception cref="DBusProtocolException">No such handle came along, or it has been taken.</exception>
    public SafeHandle TakeHandle(HandleIndex index)
    {
        var handle = index.Value < Handles.Length ? Handles[index.Value] : null;
        if (handle is null)
            throw new DBusProtocolException($"A message refers to its handle {index.Value}, which it does not have.");
        Handles[index.Value] = null;
        return handle;
    }

    public void Dispose()
    {
        foreach (var handle in Handles)
            handle?.Dispose();
    }

    private static ReadOnlyMemory<byte> Encode(string signature, object[] arguments)
    {
        if (signature.Length == 0)
            return default;
        var writer = new WireWriter();
        writer.Values(signature, arguments);
        return writer.Written;
    }
}
