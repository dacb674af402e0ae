using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>Reads and writes a Unix stream socket together with the handles that the other end passes along.</summary>
internal static unsafe class HandleSocket
{
    private const int MaximumHandles = 253; // SCM_MAX_FD: the kernel passes no more at once.
    private const int ControlBytes = 16 + (MaximumHandles * sizeof(int));

    /// <returns>How many bytes were there: 0 at the end, null if there is nothing yet.</returns>
    /// <exception cref="IOException">The connection is broken.</exception>
    public static int? TryReceive(Socket socket, Span<byte> buffer, Queue<SafeHandle> handles)
    {
        var control = stackalloc byte[ControlBytes];
        fixed (byte* start = buffer)
        {
            var vector = new Native.IoVector { Start = start, Length = (nuint)buffer.Length };
            var header = Header(&vector, control, ControlBytes);
            var count = Native.ReceiveMessage(socket.SafeHandle, &header, Native.DontWait | Native.CloseOnExec);
            if (count < 0)
                return Failed("receive");
            Collect(header, handles);
            return (int)count;
        }
    }

    /// <returns>How many bytes were sent, the handles with the first of them; null if the other end has to read first.</returns>
    /// <exception cref="IOException">The connection is broken.</exception>
    public static int? TrySend(Socket socket, ReadOnlySpan<byte> bytes, SafeHandle?[] handles)
    {
        var controlBytes = sizeof(Native.ControlHeader) + (((handles.Length * sizeof(int)) + 7) & ~7);
        var control = stackalloc byte[ControlBytes];
        var controlHeader = (Native.ControlHeader*)control;
        controlHeader->Length = (nuint)(sizeof(Native.ControlHeader) + (handles.Length * sizeof(int)));
        controlHeader->Level = Native.SocketLevel;
        controlHeader->Type = Native.Rights;
        for (var i = 0; i < handles.Length; i++)
            ((int*)(controlHeader + 1))[i] = (int)handles[i]!.DangerousGetHandle();
        fixed (byte* start = bytes)
        {
            var vector = new Native.IoVector { Start = start, Length = (nuint)bytes.Length };
            var header = Header(&vector, control, controlBytes);
            var count = Native.SendMessage(socket.SafeHandle, &header, Native.DontWait | Native.NoSignal);
            GC.KeepAlive(handles);
            return count < 0 ? Failed("send") : (int)count;
        }
    }

    private static Native.MessageHeader Header(Native.IoVector* vector, byte* control, int controlBytes) =>
        new() { Vectors = vector, VectorCount = 1, Control = control, ControlLength = (nuint)controlBytes };

    private static int? Failed(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return error is Native.TryAgain or Native.Interrupted
            ? null
            : throw new IOException($"Cannot {what} on the bus: {new Win32Exception(error).Message}.");
    }

    private static void Collect(in Native.MessageHeader header, Queue<SafeHandle> handles)
    {
        var left = (long)header.ControlLength;
        for (var at = (byte*)header.Control; left >= sizeof(Native.ControlHeader);)
        {
            var control = (Native.ControlHeader*)at;
            var passed = (int*)(control + 1);
            var count = ((long)control->Length - sizeof(Native.ControlHeader)) / sizeof(int);
            for (var i = 0; control->Level == Native.SocketLevel && control->Type == Native.Rights && i < count; i++)
                handles.Enqueue(new SafeFileHandle(passed[i], ownsHandle: true));
            var step = ((long)control->Length + 7) & ~7L;
            at += step;
            left -= step;
        }

        if ((header.Flags & Native.ControlTruncated) != 0)
            throw new DBusProtocolException("More handles came with a message than a message may have.");
    }
}
