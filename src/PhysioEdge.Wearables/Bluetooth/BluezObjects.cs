using System.Globalization;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>What BlueZ has at an instant, and how to find things in it. Characteristics are found by what they are, never by their path.</summary>
internal sealed class BluezObjects
{
    private readonly Dictionary<string, BluezObject> _byPath = [];

    /// <summary>Gets the unique name of the Bluetooth service on the bus; null: it is not there.</summary>
    public string? Owner { get; private set; }

    /// <summary>Gets whether the service has said what there is.</summary>
    public bool IsLoaded { get; private set; }

    public IEnumerable<BluezObject> All => _byPath.Values;

    public BluezObject? this[string path] => _byPath.GetValueOrDefault(path);

    public void Begin(string? owner)
    {
        (Owner, IsLoaded) = (owner, false);
        _byPath.Clear();
    }

    public void Load(Dictionary<object, object> objects)
    {
        _byPath.Clear();
        foreach (var (path, interfaces) in objects)
            Add(path.ToString()!, (Dictionary<string, object>)interfaces);
        IsLoaded = true;
    }

    public void Add(string path, Dictionary<string, object> interfaces)
    {
        if (!_byPath.TryGetValue(path, out var known))
            known = _byPath[path] = new BluezObject(path);
        foreach (var (name, properties) in interfaces)
            known.Put(name, (Dictionary<string, object>)properties);
    }

    public void Remove(string path, IEnumerable<string> interfaces)
    {
        if (this[path] is not { } known)
            return;
        foreach (var name in interfaces)
            known.Remove(name);
        if (known.IsEmpty)
            _byPath.Remove(path);
    }

    /// <returns>The adapter of that name, or the first that is switched on, or else any.</returns>
    public BluezObject? FindAdapter(string? name) => All
        .Where(o => o.Has(Bluez.Adapter) && (name is null || o.Path.EndsWith('/' + name, StringComparison.Ordinal)))
        .OrderByDescending(o => o.IsTrue(Bluez.Adapter, "Powered"))
        .ThenBy(o => o.Path, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <returns>The device; of several with the same name the connected one, else the nearest.</returns>
    public BluezObject? FindDevice(string adapter, string? address, string? name) => DevicesOf(adapter)
        .Where(o => address is not null
            ? string.Equals(o.Text(Bluez.Device, "Address"), address, StringComparison.OrdinalIgnoreCase)
            : o.Text(Bluez.Device, "Name") == name)
        .OrderByDescending(o => o.IsTrue(Bluez.Device, "Connected"))
        .ThenByDescending(o => o.Find(Bluez.Device, "RSSI") is short strength ? strength : short.MinValue)
        .FirstOrDefault();

    public IEnumerable<BluezObject> DevicesOf(string adapter) =>
        All.Where(o => o.Has(Bluez.Device) && o.Path.StartsWith(adapter + '/', StringComparison.Ordinal));

    public BluezObject? FindCharacteristic(string device, Guid uuid)
    {
        var text = uuid.ToString("D", CultureInfo.InvariantCulture);
        return All
            .Where(o => o.Path.StartsWith(device + '/', StringComparison.Ordinal)
                && string.Equals(o.Text(Bluez.Characteristic, "UUID"), text, StringComparison.OrdinalIgnoreCase))
            .MinBy(o => o.Path, StringComparer.Ordinal);
    }

    public bool IsPowered(string adapter) => this[adapter]?.IsTrue(Bluez.Adapter, "Powered") == true;

    public bool IsConnected(string device) => this[device]?.IsTrue(Bluez.Device, "Connected") == true;
}
