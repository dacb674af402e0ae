using System.Net.Sockets;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.DBus.Wire;

/// <summary>Both ends of a connection through a real Unix socket.</summary>
internal sealed class PairedSockets : IDisposable
{

    private PairedSockets(Socket client, Socket server)
    {
        (RawClient, Client, Server) = (client, new MessageSocket(client), new MessageSocket(server));
    }

    public Socket RawClient { get; }

    public MessageSocket Client { get; }

    public MessageSocket Server { get; }

    public static async Task<PairedSockets> ConnectAsync()
    {
        var folder = Directory.CreateTempSubdirectory("physioedge-");
        var place = new UnixDomainSocketEndPoint(Path.Combine(folder.FullName, "socket"));
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(place);
        listener.Listen();
        var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(place);
        var server = await listener.AcceptAsync();
        folder.Delete(recursive: true);
        return new PairedSockets(client, server);
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
