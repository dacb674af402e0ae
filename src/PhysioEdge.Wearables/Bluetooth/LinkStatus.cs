namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>How far the box is with a device.</summary>
public enum LinkState
{
    /// <summary>The device has not been seen.</summary>
    Searching,

    /// <summary>It was seen; a link to it is being made, or waits for its turn.</summary>
    Connecting,

    /// <summary>There is a link; BlueZ finds out what the device has.</summary>
    Resolving,

    /// <summary>The device is told to notify.</summary>
    Subscribing,

    /// <summary>Notifications come.</summary>
    Streaming,

    /// <summary>Something went wrong; it is tried again in a moment.</summary>
    Backoff,

    /// <summary>The adapter is not there or switched off.</summary>
    NoAdapter,

    /// <summary>The bus or the Bluetooth service is not there.</summary>
    NoBluetooth,

    /// <summary>Somebody has switched off that anything is taken in: there is no link until it is switched on again.</summary>
    SwitchedOff,
}

/// <summary>What is known of the link to a device.</summary>
/// <param name="Device">See <see cref="BluetoothDevice.Id"/>.</param>
/// <param name="State">How far it is.</param>
/// <param name="Reason">Why it is no further; null if there is nothing to say.</param>
/// <param name="BatteryPercent">The charge, as the device said last; null if it never did.</param>
/// <param name="Received">The notifications of all epochs.</param>
/// <param name="Reconnects">How often notifications had to be subscribed again.</param>
/// <param name="Since">When it came to this state, on the line of <see cref="DeviceNotification.ArrivedAt"/>.</param>
public readonly record struct LinkStatus(
    string Device, LinkState State, string? Reason, int? BatteryPercent, long Received, long Reconnects, TimeSpan Since);
