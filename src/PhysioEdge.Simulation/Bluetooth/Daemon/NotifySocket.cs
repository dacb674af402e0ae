using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>A pair of sockets that keeps packets apart: one end for the client that acquired the notifications, one to send into.</summary>
internal sealed class NotifySocket : IDisposable
{
    private static int _made;

    private readonly Socket _daemonEnd;
    private readonly Socket _clientEnd;

    public NotifySocket(string client)
    {
        Client = client;
        using var meeting = NewSocket();
        meeting.Bind(new UnixDomainSocketEndPoint($"\0physioedge-notify-{Environment.ProcessId}-{Interlocked.Increment(ref _made)}"));
        meeting.Listen();
        _clientEnd = NewSocket();
        _clientEnd.Connect(meeting.LocalEndPoint!);
        _daemonEnd = meeting.Accept();
        _daemonEnd.Blocking = false;
    }

    public string Client { get; }

    /// <summary>The client's end, to be closed once it has been passed on.</summary>
    public SafeHandle TakeClientEnd() => _clientEnd.SafeHandle;

    /// <returns>False: the client has not read for so long that the packet is lost.</returns>
    public bool Send(byte[] value)
    {
        _daemonEnd.Send(value, SocketFlags.None, out var error);
        return error == SocketError.Success;
    }

    /// <summary>Ends when the client, or this, has closed it.</summary>
    public async Task ClosedAsync()
    {
        try
        {
            while (await _daemonEnd.ReceiveAsync(new byte[1]) > 0)
            {
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed all the same.
        }
    }

    public void Dispose() => _daemonEnd.Dispose();

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
}
