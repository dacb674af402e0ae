using PhysioEdge.Simulation.Bluetooth.Bus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>One life of the Bluetooth daemon: its objects, and how it answers. Everything happens under the bus's lock.</summary>
internal sealed class BluezDaemon
{
    private readonly IReadOnlyList<Radio> _air;
    private readonly CallFaults _faults;
    private readonly Action<Message> _send;
    private readonly Lock _gate;
    private readonly SortedDictionary<string, BluezObject> _objects = new(StringComparer.Ordinal);
    private readonly List<Message> _deferred = [];
    private readonly AgentManager _agents;
    private Adapter? _adapter;

    public BluezDaemon(IReadOnlyList<Radio> air, CallFaults faults, FakeBluezTimings timings, TimeProvider clock, Lock gate, Action<Message> send)
    {
        (_air, _faults, _gate, _send) = (air, faults, gate, send);
        (Timings, Timers) = (timings, new DaemonTimers(clock, gate));
        _agents = new AgentManager(this);
        _objects.Add(_agents.Path, _agents);
    }

    public FakeBluezTimings Timings { get; }

    public DaemonTimers Timers { get; }

    public bool IsPowered => _adapter is { IsPowered: true };

    public bool IsDiscovering => _adapter is { IsDiscovering: true };

    public int Agents => _agents.Agents;

    public IReadOnlyList<Device> Devices => [.. _objects.Values.OfType<Device>()];

    public T? Find<T>(string path)
        where T : BluezObject => _objects.GetValueOrDefault(path) as T;

    /// <summary>Answers a call, now or later.</summary>
    public void Receive(Message call)
    {
        using (call)
        {
            if (call.Type != MessageType.MethodCall)
                return;
            if (_faults.Take(call.Member!) is { } fault)
            {
                Deferred(call);
                if (fault.Error is not null)
                    Answer(call, call.ReplyError(fault.Error, fault.Text));
                return;
            }

            try
            {
                if (AnswerTo(call) is { } answer && call.ExpectsReply)
                    Send(answer);
            }
            catch (BluezError e)
            {
                Send(call.ReplyError(e.Name, e.Message));
            }
        }
    }

    public void Send(Message message) => _send(message);

    /// <summary>Keeps a call that is answered later; if it never is, the bus answers it when the daemon goes.</summary>
    public void Deferred(Message call) => _deferred.Add(call);

    public void Answer(Message call, Message answer)
    {
        _deferred.Remove(call);
        Send(answer);
    }

    /// <summary>The daemon is gone; what it had not answered it never will.</summary>
    public IReadOnlyList<Message> End()
    {
        Timers.Stop();
        foreach (var characteristic in _objects.Values.OfType<Characteristic>().ToList())
            characteristic.EndSocket();
        return _deferred;
    }

    public void ClientGone(string client)
    {
        _agents.Forget(client);
        _adapter?.Forget(client);
        _deferred.RemoveAll(call => call.Sender == client);
        foreach (var characteristic in _objects.Values.OfType<Characteristic>())
            characteristic.Forget(client);
    }

    public void AddAdapter()
    {
        if (_adapter is null)
            Add(_adapter = new Adapter(this));
    }

    public void RemoveAdapter()
    {
        foreach (var device in Devices)
            Forget(device);
        if (_adapter is not null)
            Remove(_adapter);
        _adapter = null;
    }

    /// <summary>Devices in range are heard one after the other.</summary>
    public void Scan()
    {
        var delay = TimeSpan.Zero;
        foreach (var radio in _air)
        {
            delay += Timings.Advertising;
            Timers.After(delay, () => Hear(radio));
        }
    }

    /// <summary>A device that is not connected is heard, if somebody listens.</summary>
    public void Hear(Radio radio)
    {
        if (_adapter is null || !radio.IsInRange || !_adapter.Wants(radio.Peripheral))
            return;
        if (Find<Device>(Device.PathOf(radio.Peripheral.Address)) is not { } device)
            Add(new Device(this, radio));
        else if (!device.IsConnected)
            device.Heard();
    }

    public void EndScan()
    {
        foreach (var device in Devices)
        {
            if (!device.IsConnected)
                device.ScanEnded();
        }
    }

    public void Add(BluezObject added)
    {
        _objects.Add(added.Path, added);
        SendAdded(added, added.Interfaces.Keys);
    }

    /// <summary>An object gets a further interface.</summary>
    public void Give(BluezObject to, string @interface, Action give)
    {
        give();
        SendAdded(to, [@interface]);
    }

    public void TakeAway(BluezObject from, string @interface, Action take)
    {
        take();
        SendRemoved(from, [@interface]);
    }

    public void Forget(Device device)
    {
        device.LoseLink();
        foreach (var below in _objects.Values.Where(o => o.Path.StartsWith(device.Path + '/', StringComparison.Ordinal)).Reverse().ToList())
            Remove(below);
        Remove(device);
    }

    /// <summary>Does something once the client has closed its end.</summary>
    public void WhenClosed(NotifySocket socket, Action action) => _ = WaitAsync(socket, action);

    private async Task WaitAsync(NotifySocket socket, Action action)
    {
        await socket.ClosedAsync();
        lock (_gate)
            action();
    }

    private Message? AnswerTo(Message call) => call switch
    {
        { Interface: BluezNames.Peer, Member: "Ping" } => call.Reply(),
        { Interface: BluezNames.Introspectable } => call.Reply("s", Introspection.Of(call.Path!, _objects.Values)),
        { Interface: BluezNames.ObjectManager, Path: "/", Member: "GetManagedObjects" } => call.Reply("a{oa{sa{sv}}}", Managed()),
        { Interface: BluezNames.Properties } => ObjectProperties.Answer(Target(call), call),
        _ => Target(call).Call(call),
    };

    private BluezObject Target(Message call) => _objects.GetValueOrDefault(call.Path!) ?? throw new BluezError(
        BusErrors.UnknownObject, $"Method \"{call.Member}\" with signature \"{call.Signature}\" on interface \"{call.Interface}\" doesn't exist");

    private Dictionary<object, object> Managed() => _objects.Values.ToDictionary(o => (object)new ObjectPath(o.Path), object (o) => Described(o, o.Interfaces.Keys));

    private static Dictionary<string, object> Described(BluezObject o, IEnumerable<string> interfaces) =>
        interfaces.ToDictionary(name => name, object (name) => o.Interfaces[name]);

    private void Remove(BluezObject removed)
    {
        _objects.Remove(removed.Path);
        SendRemoved(removed, removed.Interfaces.Keys);
    }

    private void SendAdded(BluezObject added, IEnumerable<string> interfaces) => Send(Message.Signal(
        "/", BluezNames.ObjectManager, "InterfacesAdded", "oa{sa{sv}}", new ObjectPath(added.Path), Described(added, interfaces)));

    private void SendRemoved(BluezObject removed, IEnumerable<string> interfaces) => Send(Message.Signal(
        "/", BluezNames.ObjectManager, "InterfacesRemoved", "oas", new ObjectPath(removed.Path), interfaces.ToArray()));
}
