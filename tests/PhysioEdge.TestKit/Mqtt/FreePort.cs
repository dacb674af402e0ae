using System.Net;
using System.Net.Sockets;

namespace PhysioEdge.TestKit.Mqtt;

public static class FreePort
{
    /// <summary>A loopback port that nobody used a moment ago.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
