namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>A device in the air, whatever the daemon knows of it.</summary>
internal sealed class Radio(Peripheral peripheral)
{
    private readonly Dictionary<Guid, List<ReadOnlyMemory<byte>>> _written = [];

    public Peripheral Peripheral { get; } = peripheral;

    public bool IsInRange { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether it is connected but sends nothing.</summary>
    public bool IsSilent { get; set; }

    public int? BatteryPercent { get; set; } = peripheral.BatteryPercent;

    /// <summary>Gets or sets the notifications handed to a client.</summary>
    public long Sent { get; set; }

    /// <summary>Gets or sets the notifications lost because a client's socket was full.</summary>
    public long Dropped { get; set; }

    public IReadOnlyList<ReadOnlyMemory<byte>> WrittenTo(Guid characteristic) => _written.GetValueOrDefault(characteristic, []);

    public void Write(Guid characteristic, byte[] value)
    {
        if (!_written.TryGetValue(characteristic, out var values))
            _written[characteristic] = values = [];
        values.Add(value);
    }
}
