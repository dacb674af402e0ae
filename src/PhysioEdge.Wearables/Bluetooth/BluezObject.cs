using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>An object of BlueZ with its interfaces and their properties, as last told.</summary>
internal sealed class BluezObject(string path)
{
    private readonly Dictionary<string, Dictionary<string, object>> _interfaces = [];

    public string Path => path;

    public bool IsEmpty => _interfaces.Count == 0;

    public bool Has(string @interface) => _interfaces.ContainsKey(@interface);

    public bool IsTrue(string @interface, string property) => Find(@interface, property) is true;

    public string? Text(string @interface, string property) => Find(@interface, property) switch
    {
        string text => text,
        ObjectPath other => other.Value,
        _ => null,
    };

    public object? Find(string @interface, string property) =>
        _interfaces.TryGetValue(@interface, out var properties) && properties.TryGetValue(property, out var value) ? value : null;

    public void Put(string @interface, Dictionary<string, object> properties)
    {
        var known = _interfaces[@interface] = [];
        Change(known, properties);
    }

    public void Change(string @interface, Dictionary<string, object> changed, IEnumerable<string> invalidated)
    {
        if (!_interfaces.TryGetValue(@interface, out var known))
            return;
        Change(known, changed);
        foreach (var property in invalidated)
            known.Remove(property);
    }

    public void Remove(string @interface) => _interfaces.Remove(@interface);

    private static void Change(Dictionary<string, object> known, Dictionary<string, object> properties)
    {
        foreach (var (name, value) in properties)
            known[name] = value is Variant variant ? variant.Value : value;
    }
}
