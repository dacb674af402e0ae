namespace PhysioEdge.Simulation.Bluetooth;

/// <summary>A Bluetooth LE device as another one sees it.</summary>
public sealed record Peripheral
{
    /// <summary>Gets the address, like <c>C0:00:00:00:00:01</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Gets the name that it advertises.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the services that it advertises; it may have others.</summary>
    public IReadOnlyList<Guid> Advertised { get; init; } = [];

    /// <summary>Gets what it offers once it is connected, those of a service one after the other.</summary>
    public required IReadOnlyList<PeripheralCharacteristic> Characteristics { get; init; }

    /// <summary>Gets the level of its battery at first, 0–100 %; null when it does not tell.</summary>
    public int? BatteryPercent { get; init; }

    /// <summary>Gets the strength at which it is received, dBm.</summary>
    public short RssiDbm { get; init; } = -55;
}

/// <summary>A characteristic of a <see cref="Peripheral"/>.</summary>
/// <param name="Service">Its service.</param>
/// <param name="Uuid">Its own identifier.</param>
public sealed record PeripheralCharacteristic(Guid Service, Guid Uuid)
{
    /// <summary>Gets a value indicating whether it notifies.</summary>
    public bool Notifies { get; init; }

    /// <summary>Gets a value indicating whether it can be written.</summary>
    public bool CanBeWritten { get; init; }

    /// <summary>Gets what is read from it; null when it cannot be read.</summary>
    public ReadOnlyMemory<byte>? Value { get; init; }
}
