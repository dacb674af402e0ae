using PhysioEdge.Simulation.Bluetooth.Bus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>An object of the daemon: interfaces with their properties, and methods.</summary>
internal abstract class BluezObject(BluezDaemon daemon, string path)
{
    private readonly Dictionary<string, Dictionary<string, object>> _interfaces = [];

    public string Path { get; } = path;

    public IReadOnlyDictionary<string, Dictionary<string, object>> Interfaces => _interfaces;

    protected BluezDaemon Daemon { get; } = daemon;

    /// <summary>Answers a call of one of its own methods; null = the answer comes later, or never.</summary>
    public abstract Message? Call(Message call);

    /// <summary>Sets a property on behalf of a client.</summary>
    public virtual void SetByClient(string name, object value) => throw new BluezError("org.freedesktop.DBus.Error.PropertyReadOnly", $"Property '{name}' is not writable");

    public object? Get(string @interface, string property) => _interfaces.GetValueOrDefault(@interface)?.GetValueOrDefault(property) is Variant variant ? variant.Value : null;

    /// <summary>Has an interface from now on.</summary>
    protected void Has(string @interface, params ReadOnlySpan<(string Name, object Value)> properties)
    {
        var values = _interfaces[@interface] = [];
        foreach (var (name, value) in properties)
            values[name] = Variant.Of(value);
    }

    protected void HasNoMore(string @interface) => _interfaces.Remove(@interface);

    /// <summary>Changes a property and tells of it.</summary>
    protected void Set(string @interface, string property, object value)
    {
        var values = _interfaces[@interface];
        if (values.GetValueOrDefault(property) is Variant before && Equals(before.Value, value))
            return;
        var variant = Variant.Of(value);
        values[property] = variant;
        Changed(@interface, new Dictionary<string, object> { [property] = variant }, []);
    }

    /// <summary>Takes a property away and tells of it.</summary>
    protected void Unset(string @interface, string property)
    {
        if (_interfaces[@interface].Remove(property))
            Changed(@interface, [], [property]);
    }

    protected static BluezError UnknownMethod(Message call) =>
        new(BusErrors.UnknownMethod, $"Method \"{call.Member}\" with signature \"{call.Signature}\" on interface \"{call.Interface}\" doesn't exist");

    private void Changed(string @interface, Dictionary<string, object> changed, string[] gone) =>
        Daemon.Send(Message.Signal(Path, BluezNames.Properties, "PropertiesChanged", "sa{sv}as", @interface, changed, gone));
}
