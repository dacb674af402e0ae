using System.Net;
using System.Net.Sockets;

namespace PhysioEdge.Appliance.Faults;

/// <summary>A TCP port of this machine that nobody uses.</summary>
internal static class LabPort
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
