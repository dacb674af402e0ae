namespace PhysioEdge.Simulation.Bluetooth.Bus;

/// <summary>Who is on the bus, and under which names.</summary>
/// <param name="changed">Told of a name, its old and its new owner; empty = none.</param>
internal sealed class BusNames(Action<string, string, string> changed)
{
    private readonly Dictionary<string, string> _owners = new() { [BusDriver.Name] = BusDriver.Name };
    private int _next;

    /// <summary>Gives a unique name that nobody had before.</summary>
    public string Add()
    {
        var name = $":1.{_next++}";
        Own(name, name);
        return name;
    }

    public string Greet(BusConnection client) => client.Name = client.Name.Length > 0 ? client.Name : Add();

    public string? OwnerOf(string name) => _owners.GetValueOrDefault(name);

    public string[] All() => [.. _owners.Keys];

    public void Own(string owner, string name)
    {
        _owners[name] = owner;
        changed(name, "", owner);
    }

    public bool Release(BusConnection client, string name) => OwnerOf(name) == client.Name && Lose(name);

    /// <summary>Somebody has gone, and with it all its names.</summary>
    public void Remove(string uniqueName)
    {
        foreach (var name in _owners.Where(pair => pair.Value == uniqueName).Select(pair => pair.Key).OrderBy(name => name[0] == ':').ToList())
            Lose(name);
    }

    private bool Lose(string name)
    {
        _owners.Remove(name, out var owner);
        changed(name, owner!, "");
        return true;
    }
}
