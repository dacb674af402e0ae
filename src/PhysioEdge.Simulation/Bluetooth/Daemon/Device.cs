using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>A device as the daemon knows it.</summary>
internal sealed class Device : BluezObject
{
    private readonly List<Characteristic> _characteristics = [];
    private readonly List<Message> _connectCalls = [];
    private IDisposable? _connecting;
    private IDisposable? _resolving;
    private IDisposable? _forgetting;
    private bool _wasConnected;

    public Device(BluezDaemon daemon, Radio radio)
        : base(daemon, PathOf(radio.Peripheral.Address))
    {
        Radio = radio;
        Has(
            BluezNames.Device,
            ("Address", radio.Peripheral.Address),
            ("AddressType", "random"),
            ("Name", radio.Peripheral.Name),
            ("Alias", radio.Peripheral.Name),
            ("Paired", false),
            ("Bonded", false),
            ("Trusted", false),
            ("Blocked", false),
            ("LegacyPairing", false),
            ("Connected", false),
            ("ServicesResolved", false),
            ("UUIDs", radio.Peripheral.Advertised.Select(uuid => uuid.ToString()).ToArray()),
            ("Adapter", new ObjectPath(BluezNames.AdapterPath)),
            ("RSSI", radio.Peripheral.RssiDbm));
    }

    public Radio Radio { get; }

    public bool IsConnected => (bool)Get(BluezNames.Device, "Connected")!;

    public IReadOnlyList<Characteristic> Characteristics => _characteristics;

    public static string PathOf(string address) => $"{BluezNames.AdapterPath}/dev_{address.Replace(':', '_')}";

    public override Message? Call(Message call)
    {
        switch (call.Member)
        {
            case "Connect": return Connect(call);
            case "Disconnect": Disconnect(); return call.Reply();
            case "Pair": return Pair(call);
            case "CancelPairing": throw BluezError.DoesNotExist;
            default: throw UnknownMethod(call);
        }
    }

    public override void SetByClient(string name, object value)
    {
        if (name is not ("Trusted" or "Blocked" or "Alias") || value.GetType() != Get(BluezNames.Device, name)!.GetType())
            base.SetByClient(name, value);
        Set(BluezNames.Device, name, value);
    }

    /// <summary>Heard in a scan.</summary>
    public void Heard()
    {
        _forgetting?.Dispose();
        Set(BluezNames.Device, "RSSI", Radio.Peripheral.RssiDbm);
    }

    /// <summary>Not heard any more, because nobody listens; one that nobody ever connected to is forgotten.</summary>
    public void ScanEnded()
    {
        Unset(BluezNames.Device, "RSSI");
        if (_wasConnected || _connecting is not null)
            return;
        _forgetting?.Dispose();
        _forgetting = Daemon.Timers.After(Daemon.Timings.Forgetting, () => Daemon.Forget(this));
    }

    /// <summary>The link is lost, or given up: first the sockets end, then the properties change.</summary>
    public void LoseLink()
    {
        CancelConnecting();
        if (!IsConnected)
            return;
        _resolving?.Dispose();
        foreach (var characteristic in _characteristics)
            characteristic.EndSocket();
        if (Interfaces.ContainsKey(BluezNames.Battery))
            Daemon.TakeAway(this, BluezNames.Battery, () => HasNoMore(BluezNames.Battery));
        Set(BluezNames.Device, "ServicesResolved", false);
        Set(BluezNames.Device, "Connected", false);
    }

    public void ShowBattery()
    {
        if (Interfaces.ContainsKey(BluezNames.Battery) && Radio.BatteryPercent is { } percent)
            Set(BluezNames.Battery, "Percentage", (byte)percent);
    }

    private Message? Connect(Message call)
    {
        if (!Daemon.IsPowered)
            throw BluezError.NotReady;
        if (IsConnected)
            return call.Reply();
        if (_connecting is not null)
            throw BluezError.InProgress;
        Daemon.Deferred(call);
        _connectCalls.Add(call);
        _forgetting?.Dispose();
        _wasConnected = true;
        _connecting = Radio.IsInRange
            ? Daemon.Timers.After(Daemon.Timings.Connecting, Connected)
            : Daemon.Timers.After(Daemon.Timings.GivingUp, CancelConnecting);
        return null;
    }

    private void Connected()
    {
        if (!Radio.IsInRange)
        {
            CancelConnecting();
            return;
        }

        _connecting = null;
        Set(BluezNames.Device, "Connected", true);
        AnswerConnects(call => call.Reply());
        _resolving = Daemon.Timers.After(Daemon.Timings.Resolving, Resolve);
    }

    private void CancelConnecting()
    {
        _connecting?.Dispose();
        _connecting = null;
        AnswerConnects(call => call.ReplyError("org.bluez.Error.Failed", "le-connection-abort-by-local"));
    }

    private void AnswerConnects(Func<Message, Message> answer)
    {
        foreach (var call in _connectCalls)
            Daemon.Answer(call, answer(call));
        _connectCalls.Clear();
    }

    private void Disconnect()
    {
        if (!IsConnected && _connecting is null)
            throw BluezError.NotConnected;
        LoseLink();
    }

    /// <summary>Pairs as devices without keys and display do: nobody is asked.</summary>
    private Message? Pair(Message call)
    {
        if (Get(BluezNames.Device, "Paired") is true)
            throw BluezError.AlreadyExists;
        if (!IsConnected && Connect(call) is null)
        {
            _connectCalls.Remove(call);
            var begun = _connecting;
            Daemon.Timers.After(Daemon.Timings.Connecting + Daemon.Timings.Resolving, () => Paired(call, begun!));
            return null;
        }

        SetPaired();
        return call.Reply();
    }

    private void Paired(Message call, IDisposable begun)
    {
        if (_connecting == begun || !IsConnected)
        {
            Daemon.Answer(call, call.ReplyError("org.bluez.Error.ConnectionAttemptFailed", "Page Timeout"));
            return;
        }

        SetPaired();
        Daemon.Answer(call, call.Reply());
    }

    private void SetPaired()
    {
        Set(BluezNames.Device, "Paired", true);
        Set(BluezNames.Device, "Bonded", true);
    }

    /// <summary>The GATT objects appear, those of the first time stay; then the services are resolved.</summary>
    private void Resolve()
    {
        if (_characteristics.Count == 0)
            AddGatt();
        if (Radio.BatteryPercent is { } percent)
            Daemon.Give(this, BluezNames.Battery, () => Has(BluezNames.Battery, ("Percentage", (byte)percent)));
        Set(BluezNames.Device, "UUIDs", Radio.Peripheral.Characteristics.Select(c => c.Service).Distinct().Select(uuid => uuid.ToString()).ToArray());
        Set(BluezNames.Device, "ServicesResolved", true);
    }

    private void AddGatt()
    {
        const int firstHandle = 10;
        var handle = firstHandle;
        foreach (var service in Radio.Peripheral.Characteristics.GroupBy(c => c.Service))
        {
            var node = new GattService(Daemon, this, $"{Path}/service{handle++:x4}", service.Key);
            Daemon.Add(node);
            foreach (var described in service)
            {
                var characteristic = new Characteristic(Daemon, this, $"{node.Path}/char{handle:x4}", node.Path, described);
                handle += 3;
                _characteristics.Add(characteristic);
                Daemon.Add(characteristic);
            }
        }
    }
}
