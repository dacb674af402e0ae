using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PhysioEdge.TestKit.Mqtt;

/// <summary>A network between client and server that can be cut, or that swallows everything while both believe it is up.</summary>
public sealed class TcpProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _ends = [];
    private readonly int _target;

    public TcpProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Gets or sets a value indicating whether all that comes in, either way, goes nowhere.</summary>
    public bool Swallows { get; set; }

    /// <summary>Breaks all connections; new ones are let through.</summary>
    public void Cut()
    {
        while (_ends.TryTake(out var end))
            end.Close();
    }

    public void Dispose()
    {
        _listener.Dispose();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ConnectAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        var server = new TcpClient();
        _ends.Add(client);
        _ends.Add(server);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
        }
        catch (SocketException)
        {
            client.Close();
            return;
        }

        await Task.WhenAll(PumpAsync(client, server), PumpAsync(server, client));
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[4096];
        try
        {
            for (var count = 1; count > 0;)
            {
                count = await from.GetStream().ReadAsync(buffer);
                if (!Swallows)
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
        finally
        {
            from.Close();
            to.Close();
        }
    }
}
