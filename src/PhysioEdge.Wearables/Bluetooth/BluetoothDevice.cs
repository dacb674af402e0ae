namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>How notifications come from BlueZ.</summary>
public enum NotifyMode
{
    /// <summary>By a socket, or by signals where BlueZ refuses the socket.</summary>
    Auto,

    /// <summary>By a socket of their own (<c>AcquireNotify</c>).</summary>
    Acquire,

    /// <summary>By signals (<c>StartNotify</c>): for devices that notify before they have answered that they will.</summary>
    Start,
}

/// <summary>A device to keep connected, and what it shall notify.</summary>
public sealed record BluetoothDevice
{
    /// <summary>Gets the name that the box gives it.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its address; null: it is looked for by <see cref="Name"/>.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the name that it advertises; null: it is looked for by <see cref="Address"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the characteristics that notify; it must have all of them.</summary>
    public required IReadOnlyList<Guid> Characteristics { get; init; }

    public NotifyMode Notify { get; init; } = NotifyMode.Auto;

    /// <summary>Gets after how long without any notification the link is taken for dead and made anew.</summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
