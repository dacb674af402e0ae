namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>Where Bluetooth is.</summary>
public sealed record BluetoothOptions
{
    /// <summary>Gets the D-Bus address of the bus that BlueZ is on.</summary>
    public string BusAddress { get; init; } = DBus.Wire.BusAddress.System;

    /// <summary>Gets the adapter, such as <c>hci0</c>; null: the first that is switched on.</summary>
    public string? Adapter { get; init; }
}
