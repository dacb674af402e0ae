using System.Net.Sockets;
using System.Security.Cryptography;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Bus;

/// <summary>
/// A message bus of its own: clients on a Unix socket, and one service in this process. All that it does happens under one lock, which
/// the service shares.
/// </summary>
internal sealed class FakeBus : IAsyncDisposable
{
    private readonly Lock _gate;
    private readonly string _path;
    private readonly string _id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly List<BusConnection> _clients = [];
    private readonly BusNames _names;
    private readonly BusDriver _driver;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task _accepting;
    private readonly List<Task> _serving = [];

    private Action<Message>? _service;
    private string _serviceName = "";

    public FakeBus(Lock gate, string path)
    {
        (_gate, _path) = (gate, path);
        _names = new BusNames((name, before, after) => Broadcast(BusDriver.Signal("NameOwnerChanged", "sss", name, before, after)));
        _driver = new BusDriver(_names, _id);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>Told the unique name of a client that has gone.</summary>
    public event Action<string>? ClientGone;

    public int Clients => _clients.Count(client => client.Name.Length > 0);

    public int Matches => _clients.Sum(client => client.Matches.Count);

    /// <summary>Brings the service onto the bus under its name.</summary>
    public void Serve(string name, Action<Message> calls)
    {
        (_service, _serviceName) = (calls, _names.Add());
        _names.Own(_serviceName, name);
    }

    /// <summary>The service has gone without having answered some calls: the bus does.</summary>
    public void EndService(IEnumerable<Message> unanswered)
    {
        var name = _serviceName;
        (_service, _serviceName) = (null, "");
        foreach (var call in unanswered)
            Route(call.ReplyError(BusErrors.NoReply, "Message recipient disconnected from message bus without replying") with { Sender = BusDriver.Name });
        _names.Remove(name);
    }

    /// <summary>What the service sends.</summary>
    public void SendFromService(Message message) => Route(message with { Sender = _serviceName });

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        File.Delete(_path);
        Task[] serving;
        lock (_gate)
        {
            _clients.ForEach(client => client.Dispose());
            serving = [.. _serving, _accepting];
        }

        await Task.WhenAll(serving);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (await NextAsync() is { } socket)
        {
            lock (_gate)
            {
                var client = new BusConnection(new MessageSocket(socket));
                _clients.Add(client);
                _serving.RemoveAll(task => task.IsCompleted);
                _serving.Add(Task.Run(() => ServeAsync(client)));
            }
        }
    }

    private async Task<Socket?> NextAsync()
    {
        try
        {
            return await _listener.AcceptAsync(_stopping.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private async Task ServeAsync(BusConnection client)
    {
        try
        {
            await client.ServeAsync(_id, message => Receive(client, message), _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The bus is going; so is the client.
        }

        lock (_gate)
        {
            _clients.Remove(client);
            if (client.Name.Length == 0)
                return;
            _names.Remove(client.Name);
            ClientGone?.Invoke(client.Name);
        }
    }

    private void Receive(BusConnection client, Message message)
    {
        lock (_gate)
        {
            if (client.Name.Length == 0 && message.Member != "Hello")
                client.Dispose();
            else if (message.Destination == BusDriver.Name)
                Answer(client, message);
            else
                Route(message with { Sender = client.Name });
        }
    }

    private void Answer(BusConnection client, Message call)
    {
        using (call)
        {
            var answer = _driver.Answer(client, call with { Sender = client.Name }) with { Sender = BusDriver.Name };
            if (call.ExpectsReply)
                client.Send(answer);
            if (call.Member == "Hello")
                client.Send(BusDriver.Signal("NameAcquired", "s", client.Name) with { Destination = client.Name });
        }
    }

    private void Route(Message message)
    {
        if (message.Destination is null)
            Broadcast(message);
        else if (_names.OwnerOf(message.Destination) is not { } owner)
            Refuse(message);
        else if (owner == _serviceName)
            _service?.Invoke(message);
        else if (_clients.Find(client => client.Name == owner) is { } client)
            client.Send(message);
        else
            message.Dispose();
    }

    private void Refuse(Message message)
    {
        using (message)
        {
            if (message.ExpectsReply)
                Route(message.ReplyError(BusErrors.ServiceUnknown, $"The name {message.Destination} was not provided by any .service files") with { Sender = BusDriver.Name });
        }
    }

    private void Broadcast(Message signal)
    {
        foreach (var client in _clients)
        {
            if (client.Matches.Exists(rule => rule.Matches(signal, _names.OwnerOf)))
                client.Send(signal);
        }
    }
}
