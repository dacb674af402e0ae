using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>The adapter, and the scans of its clients.</summary>
internal sealed class Adapter : BluezObject
{
    private readonly Dictionary<string, string[]> _filters = [];
    private readonly HashSet<string> _scanning = [];

    public Adapter(BluezDaemon daemon)
        : base(daemon, BluezNames.AdapterPath) => Has(
            BluezNames.Adapter,
            ("Address", "00:5E:00:00:00:FF"),
            ("AddressType", "public"),
            ("Name", "simulated"),
            ("Alias", "simulated"),
            ("Class", 0u),
            ("Powered", true),
            ("Discoverable", false),
            ("Pairable", true),
            ("Discovering", false),
            ("UUIDs", Array.Empty<string>()));

    public bool IsPowered => (bool)Get(BluezNames.Adapter, "Powered")!;

    public bool IsDiscovering => _scanning.Count > 0;

    public override Message? Call(Message call)
    {
        switch (call.Member)
        {
            case "StartDiscovery": Start(call.Sender!); return call.Reply();
            case "StopDiscovery": StopAsked(call.Sender!); return call.Reply();
            case "SetDiscoveryFilter": _filters[call.Sender!] = Wanted(call); return call.Reply();
            case "GetDiscoveryFilters": return call.Reply("as", new object[] { (string[])["UUIDs", "RSSI", "Transport", "DuplicateData"] });
            case "RemoveDevice": Remove(call); return call.Reply();
            default: throw UnknownMethod(call);
        }
    }

    public override void SetByClient(string name, object value)
    {
        if (name == "Powered" && value is false)
            PowerOff();
        if (name is not ("Powered" or "Alias" or "Discoverable" or "Pairable") || value.GetType() != Get(BluezNames.Adapter, name)!.GetType())
            base.SetByClient(name, value);
        Set(BluezNames.Adapter, name, value);
    }

    /// <summary>Whether a scan that is on looks for such a device.</summary>
    public bool Wants(Peripheral peripheral) => _scanning.Any(client =>
        _filters.GetValueOrDefault(client) is not { Length: > 0 } wanted || wanted.Any(uuid => peripheral.Advertised.Contains(new Guid(uuid))));

    public void Forget(string client)
    {
        _filters.Remove(client);
        if (_scanning.Contains(client))
            Stop(client);
    }

    private static string[] Wanted(Message call) =>
        call.Arguments() is [Dictionary<string, object> filter, ..] && filter.GetValueOrDefault("UUIDs") is Variant { Value: string[] uuids } ? uuids : [];

    private void Start(string client)
    {
        if (!IsPowered)
            throw BluezError.NotReady;
        if (!_scanning.Add(client))
            throw BluezError.InProgress;
        Set(BluezNames.Adapter, "Discovering", true);
        Daemon.Scan();
    }

    private void StopAsked(string client)
    {
        if (!IsPowered)
            throw BluezError.NotReady;
        if (!_scanning.Contains(client))
            throw BluezError.Failed("No discovery started");
        Stop(client);
    }

    private void Stop(string client)
    {
        _scanning.Remove(client);
        if (IsDiscovering)
            return;
        Set(BluezNames.Adapter, "Discovering", false);
        Daemon.EndScan();
    }

    private void Remove(Message call)
    {
        if (call.Arguments() is not [ObjectPath path] || Daemon.Find<Device>(path.Value) is not { } device)
            throw BluezError.DoesNotExist;
        Daemon.Forget(device);
    }

    private void PowerOff()
    {
        foreach (var client in _scanning.ToList())
            Stop(client);
        foreach (var device in Daemon.Devices)
            device.LoseLink();
    }
}
