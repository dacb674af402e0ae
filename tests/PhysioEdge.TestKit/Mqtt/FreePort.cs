using System.Net;
using System.Net.Sockets;

namespace PhysioEdge.TestKit.Mqtt;

public static class FreePort
{
    // Below those that Linux gives to outgoing connections (32768 and up), one of which might take it before it is used.
    private const int First = 10_000;
    private const int Count = 20_000;

    // Other test programs run at the same time; each begins elsewhere.
    private static int _last = Environment.ProcessId * 131 % Count;

    /// <summary>A loopback port that nobody used a moment ago, and that nobody else in this program is given.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _last) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody has it; the next one.
            }
        }
    }
}
