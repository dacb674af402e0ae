namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>The adapter to use, or why there is none.</summary>
internal readonly record struct AdapterState(string? Path, LinkState Problem, string Reason)
{
    public static AdapterState Of(BluezObjects objects, string? name)
    {
        if (objects.Owner is null)
            return new(null, LinkState.NoBluetooth, "the Bluetooth service is not running: systemctl start bluetooth");
        if (!objects.IsLoaded)
            return new(null, LinkState.NoBluetooth, "the Bluetooth service has not answered yet");
        if (objects.FindAdapter(name) is not { } adapter)
            return new(null, LinkState.NoAdapter, name is null ? "there is no Bluetooth adapter: plug one in" : $"there is no Bluetooth adapter {name}");
        return objects.IsPowered(adapter.Path)
            ? new(adapter.Path, default, "")
            : new(null, LinkState.NoAdapter, $"the adapter {adapter.Path.Split('/')[^1]} is switched off: bluetoothctl power on");
    }
}
