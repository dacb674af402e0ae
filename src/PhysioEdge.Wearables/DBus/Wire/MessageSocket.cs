using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>One end of a D-Bus connection: the lines of the authentication first, then messages with their handles.</summary>
/// <param name="socket">A connected Unix stream socket; closed with this.</param>
internal sealed class MessageSocket(Socket socket) : IDisposable
{
    private const int MaximumLineBytes = 16384;

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Queue<SafeHandle> _handles = [];
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>Reads a line of the authentication, without its end.</summary>
    /// <returns>null: the other end has closed the connection.</returns>
    /// <exception cref="DBusProtocolException">There is no end to it.</exception>
    public async ValueTask<string?> ReceiveLineAsync(CancellationToken cancellation)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
        {
            if (_end - _start > MaximumLineBytes)
                throw new DBusProtocolException("A line of the authentication does not end.");
            if (!await FillAsync(_end - _start + 1, cancellation))
                return null;
        }

        var line = Encoding.ASCII.GetString(_buffer, _start, length);
        _start += length + 2;
        return line;
    }

    /// <summary>Reads the one byte with which a client begins.</summary>
    public async ValueTask<byte?> ReceiveByteAsync(CancellationToken cancellation) =>
        await FillAsync(1, cancellation) ? _buffer[_start++] : null;

    public async ValueTask SendTextAsync(string text, CancellationToken cancellation) =>
        await SendAsync(Encoding.ASCII.GetBytes(text), [], cancellation);

    /// <summary>Waits for the next message.</summary>
    /// <returns>The caller's to dispose; null: the other end has closed the connection.</returns>
    /// <exception cref="DBusProtocolException">What came is no message.</exception>
    /// <exception cref="IOException">The connection is broken.</exception>
    public async ValueTask<Message?> ReceiveAsync(CancellationToken cancellation)
    {
        if (!await FillAsync(MessageFormat.FixedHeaderBytes, cancellation))
            return null;
        var length = MessageFormat.Length(_buffer.AsSpan(_start));
        if (!await FillAsync(length, cancellation))
            return null;
        var message = MessageFormat.Read(_buffer.AsSpan(_start, length), TakeHandles);
        _start += length;
        return message;
    }

    /// <summary>Sends a message; its handles stay the caller's, who may close them afterwards.</summary>
    /// <exception cref="IOException">The connection is broken.</exception>
    public ValueTask SendAsync(Message message, CancellationToken cancellation) =>
        SendAsync(MessageFormat.Write(message), message.Handles, cancellation);

    public void Dispose()
    {
        socket.Dispose();
        foreach (var handle in _handles)
            handle.Dispose();
        _handles.Clear();
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, SafeHandle?[] handles, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            if (handles.Length > 0)
                bytes = bytes[await SendWithHandlesAsync(bytes, handles, cancellation)..];
            // Half a message would be the end of the connection: what has begun is sent whole.
            while (!bytes.IsEmpty)
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, CancellationToken.None)..];
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new IOException("The connection to the bus is closed.", e);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async ValueTask<int> SendWithHandlesAsync(ReadOnlyMemory<byte> bytes, SafeHandle?[] handles, CancellationToken cancellation)
    {
        while (true)
        {
            if (HandleSocket.TrySend(socket, bytes.Span, handles) is { } sent)
                return sent;
            await Task.Run(() => socket.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectWrite), cancellation);
        }
    }

    // Waits until so many bytes are in the buffer.
    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellation)
    {
        MakeRoom(count);
        while (_end - _start < count)
        {
            var received = TryReceive();
            if (received == 0)
                return false;
            _end += received ?? 0;
            if (received is null && !await IsReadableAsync(cancellation))
                return false;
        }

        return true;
    }

    private int? TryReceive()
    {
        try
        {
            return HandleSocket.TryReceive(socket, _buffer.AsSpan(_end), _handles);
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    private async ValueTask<bool> IsReadableAsync(CancellationToken cancellation)
    {
        try
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, cancellation);
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    private void MakeRoom(int count)
    {
        if (_start == _end)
            _start = _end = 0;
        if (_start + count <= _buffer.Length)
            return;
        var larger = count > _buffer.Length ? new byte[Math.Max(count, 2 * _buffer.Length)] : _buffer;
        _buffer.AsSpan(_start, _end - _start).CopyTo(larger);
        (_buffer, _end, _start) = (larger, _end - _start, 0);
    }

    private SafeHandle?[] TakeHandles(uint count)
    {
        if (count > _handles.Count)
            throw new DBusProtocolException($"A message says it has {count} handles, but {_handles.Count} came.");
        var taken = new SafeHandle?[count];
        for (var i = 0; i < count; i++)
            taken[i] = _handles.Dequeue();
        return taken;
    }
}
